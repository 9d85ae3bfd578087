package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;

/** What members are recommended is for them alone, and what they do is noted as they wish. */
class PersonalRowsTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String CHOICE = "/account/personal-ranking";

    @Test
    void public_pages_are_the_same_for_everybody_and_fetch_what_is_personal() {
        Stall stall = stocked("rows-stall");
        UUID account = account("rows");
        Caller member = Caller.of(account);
        look(account, stall.listingId());
        String mine = body(member, "/recommendations/home");
        assertThat(mine).contains("data-signals=\"yes\"", "/listings/" + stall.listingId(), "因为你看过");
        String strangers = HOUSE.get("/recommendations/home").body();
        assertThat(strangers).doesNotContain("data-signals", "因为你看过", "该再买了");
        assertThat(body(Caller.withRole(Role.ORGANISER), "/recommendations/home"))
                .as("somebody else, asking after it was shown")
                .doesNotContain("因为你看过");
        for (String page : List.of(HOUSE.get("/").body(), body(member, "/"))) {
            assertThat(page).doesNotContain("因为你看过").contains("hx-get=\"/recommendations/home\"", "/recommendations\"");
        }
        assertThat(HOUSE.get("/en/").body()).contains("hx-get=\"/en/recommendations/home\"");
        assertThat(body(member, "/listings/" + stall.listingId())).doesNotContain("data-signals");
        assertThat(body(member, "/recommendations/listings/" + stall.listingId()))
                .contains("data-listing=\"" + stall.listingId());
        assertThat(body(member, "/recommendations")).contains("推荐给您的商品", "因为你看过", "<h1");
    }

    @Test
    void browsers_tell_what_was_looked_at_once_and_nothing_else() {
        Stall stall = stocked("signals-stall");
        UUID account = account("signals");
        Caller member = Caller.of(account);
        UUID id = Ids.next();
        String view = id + " VIEW " + stall.listingId() + " 0";
        String lines = view + "\n" + view + "\n" + Ids.next() + " BUY " + stall.listingId() + " 0\n"
                + "nonsense\nx VIEW y 0\n" + Ids.next() + " DWELL " + stall.listingId() + " 99999\n"
                + Ids.next() + " VIEW " + Ids.next() + " 0\n" + Ids.next() + " VIEW " + stall.listingId() + " -1";
        assertThat(told(member, lines)).isEqualTo(204);
        assertThat(told(member, view)).isEqualTo(204);
        assertThat(told(member, "")).isEqualTo(204);
        List<Signal> kept = awaited(account, 2);
        assertThat(kept).extracting(Signal::kind).containsExactlyInAnyOrder(Signal.Kind.VIEW, Signal.Kind.DWELL);
        assertThat(kept).allSatisfy(each -> assertThat(each.seconds()).isLessThanOrEqualTo(Signal.SECONDS_MAX));
        assertThat(HOUSE.answer(Caller.form(member.ask("/signals"), "signals=" + coded(view)))
                        .statusCode())
                .as("without the token of a page")
                .isEqualTo(403);
    }

    @Test
    void what_goes_into_the_basket_is_noted_and_no_longer_recommended() {
        Stall stall = stocked("basket-stall");
        UUID account = account("basket");
        Caller member = Caller.of(account);
        look(account, stall.listingId());
        UUID sku = sku(stall);
        assertThat(HOUSE.answer(member.send("/cart/lines", "sku=" + sku + "&quantity=1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(awaited(account, 2)).extracting(Signal::kind).contains(Signal.Kind.ADD);
        assertThat(body(member, "/recommendations/home")).doesNotContain("/listings/" + stall.listingId());
        assertThat(body(member, "/cart")).contains("/cart/lines");
    }

    @Test
    void one_switch_forgets_everything_and_keeps_nothing() {
        Stall stall = stocked("switch-stall");
        UUID account = account("switch");
        Caller member = Caller.of(account);
        look(account, stall.listingId());
        assertThat(body(member, CHOICE)).contains("个性化推荐已开启", "/listings/" + stall.listingId());
        HttpResponse<String> off = HOUSE.answer(member.send(CHOICE, "personal=off"));
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(off.headers().firstValue("Location")).hasValue(CHOICE + "?done=off");
        assertThat(body(member, CHOICE)).contains("个性化推荐已关闭").doesNotContain("/listings/" + stall.listingId());
        assertThat(body(member, "/recommendations/home")).doesNotContain("data-signals", "因为你看过");
        assertThat(told(member, Ids.next() + " VIEW " + stall.listingId() + " 0"))
                .isEqualTo(204);
        HOUSE.door(Signals.class).flush();
        assertThat(kept(account)).isEmpty();
        assertThat(HOUSE.answer(member.send(CHOICE, "personal=on")).statusCode())
                .isEqualTo(303);
        assertThat(body(member, "/en" + CHOICE + "?done=on")).contains("Personal ranking is on");
        assertThat(HOUSE.answer(member.send(CHOICE, "personal=sideways")).statusCode())
                .isEqualTo(303);
    }

    private static Stall stocked(String code) {
        Stall stall = Stall.open(code);
        HOUSE.door(Stock.class).receive(sku(stall), 100, "收货");
        return stall;
    }

    private static UUID sku(Stall stall) {
        return HOUSE.door(Listings.class)
                .published(stall.listingId())
                .orElseThrow()
                .skus()
                .getFirst()
                .id();
    }

    private static UUID account(String name) {
        return Caller.account("personal-" + name + "@house.test", Set.of(Role.MEMBER));
    }

    private static void look(UUID account, UUID listing) {
        HOUSE.door(Signals.class)
                .keep(List.of(new Signal(
                        Ids.next(),
                        account,
                        Signal.Kind.VIEW,
                        listing,
                        0,
                        HOUSE.door(terrace.marketplace.clock.Clock.class).now())));
    }

    private static List<Signal> awaited(UUID account, int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (kept(account).size() < count && System.nanoTime() < deadline) {
            HOUSE.door(Signals.class).flush();
        }
        return kept(account);
    }

    private static List<Signal> kept(UUID account) {
        return HOUSE.door(Signals.class).recent(account, Duration.ofDays(1), 20);
    }

    private static int told(Caller caller, String lines) {
        return HOUSE.answer(caller.send("/signals", "signals=" + coded(lines))).statusCode();
    }

    private static String body(Caller caller, String path) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
