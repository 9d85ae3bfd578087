package terrace.house;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.sessions.Sessions;
import terrace.web.pages.Appearance;
import terrace.web.pages.Language;
import terrace.web.signin.FormTokens;
import terrace.web.signin.Visitor;

/** Somebody at the door, with a session and form tokens of their own. */
final class Caller {
    static final String PASSWORD = "twelve ripe oranges";

    private static final Map<Role, UUID> ACCOUNTS = new EnumMap<>(Role.class);

    private final UUID browser = Ids.next();
    private final @Nullable String token;

    private Caller(@Nullable String token) {
        this.token = token;
    }

    static Caller stranger() {
        return new Caller(null);
    }

    /** Somebody with this role and no other, freshly signed in, the second factor shown. */
    static synchronized Caller withRole(Role role) {
        UUID account = ACCOUNTS.computeIfAbsent(role, wanted -> account(name(wanted), Set.of(wanted)));
        return new Caller(OpenHouse.enter().door(Sessions.class).open(account, true, "test"));
    }

    /** An account freshly signed in, the second factor shown. */
    static Caller of(UUID account) {
        return new Caller(OpenHouse.enter().door(Sessions.class).open(account, true, "test"));
    }

    /** Which session this is, as doors know it. */
    UUID session() {
        return OpenHouse.enter()
                .door(Sessions.class)
                .find(String.valueOf(token))
                .orElseThrow()
                .id();
    }

    static UUID account(String signInName, Set<Role> roles) {
        Registration made = OpenHouse.enter().door(Accounts.class).create(signInName, PASSWORD, "Somebody", roles);
        if (made instanceof Registration.Registered done) {
            return done.account().id();
        }
        throw new IllegalStateException(String.valueOf(made));
    }

    HttpRequest.Builder ask(String address) {
        String cookies = "visitor=" + browser + (token == null ? "" : "; session=" + token);
        return OpenHouse.enter().ask(address).header("Cookie", cookies);
    }

    /** A form of this caller's own page, filled like this. */
    HttpRequest.Builder send(String address, String fields) {
        return form(ask(address), "csrf=" + csrf() + (fields.isEmpty() ? "" : "&" + fields));
    }

    static HttpRequest.Builder form(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** A form with a file, filled like this. */
    HttpRequest.Builder bring(String address, Map<String, String> fields, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "csrf", csrf());
        fields.forEach((name, text) -> part(body, name, text));
        head(body, "name=\"file\"; filename=\"a.jpg\"");
        body.writeBytes(file);
        body.writeBytes(bytes("\r\n--b--\r\n"));
        return ask(address)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void part(ByteArrayOutputStream body, String name, String text) {
        head(body, "name=\"" + name + "\"");
        body.writeBytes(bytes(text + "\r\n"));
    }

    private static void head(ByteArrayOutputStream body, String disposition) {
        body.writeBytes(bytes(String.join("\r\n", "--b", "Content-Disposition: form-data; " + disposition, "", "")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String csrf() {
        Visitor self = new Visitor(browser, null, token, Language.ZH, new Appearance(false, false), "11", "/");
        return OpenHouse.enter().door(FormTokens.class).of(self);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT) + "@house.test";
    }
}
