package terrace.web.signin;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.sessions.Session;
import terrace.marketplace.staff.StaffRight;
import terrace.web.pages.Appearance;
import terrace.web.pages.Language;

/**
 * Who is asking, and how they want to be answered. A controller takes it as a parameter.
 *
 * @param id of the browser, from a cookie: owner of a stranger's basket
 * @param provinceCode where goods are wanted, for freight
 * @param path asked for, without the language, with the query
 * @param household for whom a clerk acts on this session; null on every other
 * @param rights what there is to do for this person in the shop they work for; known on its pages only
 */
public record Visitor(
        UUID id,
        @Nullable Session session,
        @Nullable String token,
        Language language,
        Appearance appearance,
        String provinceCode,
        String path,
        @Nullable Account household,
        Set<StaffRight> rights) {
    static final String ATTRIBUTE = "terrace.visitor";

    public Visitor(
            UUID id,
            @Nullable Session session,
            @Nullable String token,
            Language language,
            Appearance appearance,
            String provinceCode,
            String path) {
        this(id, session, token, language, appearance, provinceCode, path, null, Set.of());
    }

    public static Visitor of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Visitor.class)
                .orElseThrow(() -> new IllegalStateException("a request that no filter has seen"));
    }

    public boolean signedIn() {
        return session != null;
    }

    public Optional<Account> account() {
        return Optional.ofNullable(session).map(Session::account);
    }

    public boolean secondFactorPassed() {
        return session != null && session.secondFactorPassed();
    }

    /** The same reader under a renewed session, so that the forms of the page shown next are good. */
    public Visitor withToken(String renewed) {
        return new Visitor(id, session, renewed, language, appearance, provinceCode, path, household, rights);
    }

    /** The account's id, on routes that only answer somebody signed in. */
    public UUID memberId() {
        return account()
                .orElseThrow(() -> new IllegalStateException("not signed in"))
                .id();
    }

    /** Whose application and shop the pages are about: the household's while a clerk acts for it, else one's own. */
    public UUID workerId() {
        return household == null ? memberId() : household.id();
    }

    /** This reader, acting for a household. */
    Visitor actingFor(Account household) {
        return new Visitor(id, session, token, language, appearance, provinceCode, path, household, rights);
    }

    /** This reader at their place in a shop. */
    public Visitor withRights(Set<StaffRight> rights) {
        return new Visitor(id, session, token, language, appearance, provinceCode, path, household, Set.copyOf(rights));
    }

    /** Has the request know its reader by this from now on. */
    public void attend(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public UUID cartOwner() {
        return account().map(Account::id).orElseGet(this::strangersCart);
    }

    /**
     * Whose cart it is while nobody is signed in. Not the id of the cookie itself, which anyone can write: a hash is of
     * another version than ids of accounts, so that no cookie names a member's cart.
     */
    UUID strangersCart() {
        return UUID.nameUUIDFromBytes(("cart:" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** A link in the reader's language, for redirects; templates write {@code @{/x}}. */
    public String link(String path) {
        return language.english() && path.equals("/") ? "/en" : language.prefix() + path;
    }

    /** What form tokens are bound to: the session, or the browser of a stranger. */
    String binding() {
        return token == null ? id.toString() : token;
    }
}
