package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;

/** Tricks that have opened other people's sites, tried on this one. */
class FrontDoorTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    @Test
    void no_spelling_of_an_address_leads_round_the_guard() {
        Caller member = Caller.withRole(Role.MEMBER);
        for (String address : List.of(
                "//merchant/orders",
                "/merchant//orders",
                "/merchant%2forders",
                "/merchant%2Forders",
                "/merchant%5corders",
                "/account/../merchant/orders",
                "/account/..%2fmerchant/orders",
                "/account/%2e%2e/merchant/orders",
                "/static/../merchant/orders",
                "/static/..;/merchant/orders",
                "/merchant;x=y/orders",
                "/merchant/./orders",
                "/merchant/orders%00",
                "/merchant/orders/%20",
                "/MERCHANT/ORDERS",
                "/en//merchant/orders",
                "/en/en/merchant/orders")) {
            assertThat(HOUSE.answer(member.ask(address)).statusCode())
                    .as(address)
                    .isIn(400, 403, 404);
            assertThat(HOUSE.get(address).statusCode())
                    .as("%s, a stranger", address)
                    .isIn(303, 400, 404);
        }
    }

    @Test
    void the_english_address_is_guarded_like_the_chinese_one() {
        HttpResponse<String> stranger = HOUSE.get("/en/account/orders");
        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(stranger.headers().firstValue("Location")).hasValue("/en/sign-in?next=%2Faccount%2Forders");
        HttpResponse<String> member = HOUSE.answer(Caller.withRole(Role.MEMBER).ask("/en/merchant/orders"));
        assertThat(member.statusCode()).isEqualTo(403);
        assertThat(HOUSE.answer(Caller.form(HOUSE.ask("/en/cart/lines"), "")).statusCode())
                .isEqualTo(403);
        assertThat(HOUSE.get("/en/sign-in").body()).contains("lang=\"en\"");
        assertThat(HOUSE.get("/sign-in").body()).contains("lang=\"zh-CN\"");
    }

    @Test
    void a_form_without_this_readers_own_token_is_refused() {
        Caller member = Caller.withRole(Role.MEMBER);
        Caller other = Caller.withRole(Role.MEMBER);
        String address = "/preferences";
        assertThat(status(Caller.form(member.ask(address), "back=/")))
                .as("none")
                .isEqualTo(403);
        assertThat(status(Caller.form(member.ask(address), "csrf=&back=/")))
                .as("empty")
                .isEqualTo(403);
        assertThat(status(Caller.form(member.ask(address), "csrf=x" + member.csrf())))
                .as("forged")
                .isEqualTo(403);
        assertThat(status(Caller.form(member.ask(address), "csrf=" + other.csrf())))
                .as("of another session")
                .isEqualTo(403);
        assertThat(status(Caller.form(member.ask(address + "?csrf=" + member.csrf()), "back=/")))
                .as("in the address")
                .isEqualTo(403);
        assertThat(status(member.ask(address)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("csrf=" + member.csrf()))))
                .as("as plain text, which other sites may send")
                .isEqualTo(403);
        assertThat(status(member.send(address, "back=/"))).as("the right one").isEqualTo(303);
        assertThat(status(member.ask(address)
                        .header("X-CSRF", member.csrf())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("back=/"))))
                .as("the right one in a header")
                .isEqualTo(303);
    }

    @Test
    void signing_in_leads_on_inside_the_site_only() {
        Caller.account("traveller@house.test", Set.of(Role.MEMBER));
        for (String next : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aLocation: //evil.example",
                "/\t/evil.example",
                "evil.example",
                "")) {
            assertThat(place(signIn(Caller.stranger(), next))).as(next).isEqualTo("/");
            assertThat(place(HOUSE.answer(Caller.stranger().send("/preferences", "back=" + encoded(next)))))
                    .as("after a choice, %s", next)
                    .matches("/(?![/\\\\]).*|/");
        }
        assertThat(place(signIn(Caller.stranger(), "/account/orders"))).isEqualTo("/account/orders");
    }

    @Test
    void signing_in_gives_a_new_session_in_a_cookie_that_scripts_cannot_read() {
        Caller.account("traveller@house.test", Set.of(Role.MEMBER));
        Caller before = Caller.withRole(Role.MEMBER);
        HttpResponse<String> answer = signIn(before, "/");
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(HOUSE.answer(before.ask("/account")).statusCode())
                .as("the session before is over")
                .isEqualTo(303);
    }

    /** As it comes over a slow line; see .decisions/0012. */
    @Test
    void a_body_that_comes_later_than_its_head_is_waited_for() throws Exception {
        Caller member = Caller.withRole(Role.MEMBER);
        byte[] body = ("csrf=" + member.csrf()).getBytes(StandardCharsets.UTF_8);
        for (String address : List.of("/purchases/" + UUID.randomUUID() + "/cancellation", "/cart/lines", "/nowhere")) {
            HttpRequest.Builder request = member.ask(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofInputStream(() -> new LateStream(body)));
            assertThat(status(request)).as(address).isIn(404, 422);
        }
    }

    @Test
    void a_body_without_end_is_refused_in_words() {
        HttpResponse<String> answer = HOUSE.answer(HOUSE.ask("/cart/lines")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("x".repeat(2_000_000))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MB");
    }

    @Test
    void every_answer_tells_browsers_what_this_site_never_does() {
        for (String address : List.of("/sign-in", "/nowhere", "/static/css/site.css", "/account", "/merchant%2f")) {
            HttpResponse<String> answer = HOUSE.get(address);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as("policy of %s", address)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        }
        assertThat(HOUSE.answer(Caller.form(HOUSE.ask("/cart/lines"), ""))
                        .headers()
                        .firstValue("Content-Security-Policy"))
                .as("policy of a refusal")
                .isPresent();
    }

    /** Keeps the reader waiting before the first byte. */
    private static final class LateStream extends ByteArrayInputStream {
        LateStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            return super.read(into, from, length);
        }
    }

    private static HttpResponse<String> signIn(Caller caller, String next) {
        return HOUSE.answer(caller.send(
                "/sign-in",
                "name=traveller%40house.test&password=" + encoded(Caller.PASSWORD) + "&next=" + encoded(next)));
    }

    private static int status(HttpRequest.Builder request) {
        return HOUSE.answer(request).statusCode();
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
