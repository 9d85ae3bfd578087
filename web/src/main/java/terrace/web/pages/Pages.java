package terrace.web.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.templatemode.TemplateMode;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.inbox.Inbox;
import terrace.web.signin.FormTokens;
import terrace.web.signin.Visitor;

/** Makes pages from templates and records, and sends them. */
@Singleton
public class Pages {
    private static final String HTML = "text/html;charset=utf-8";
    /** Every two digits of a cookie, in two languages. */
    private static final int PROVINCE_OPTIONS_MAX = 200;

    private static final int ACCOUNT_MENUS_MAX = 10_000;

    private final TemplateEngine engine;
    private final Parts parts;
    private final FormTokens tokens;
    private final Baskets baskets;
    private final DeskNotices deskNotices;
    private final Inbox inbox;
    private final boolean demo;
    private final KeptPages kept;
    private final Cache<String, String> provinceOptions =
            Caffeine.newBuilder().maximumSize(PROVINCE_OPTIONS_MAX).build();
    private final Cache<String, String> accountMenus = Caffeine.newBuilder()
            .maximumSize(ACCOUNT_MENUS_MAX)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Pages(
            TemplateEngine engine,
            FormTokens tokens,
            Baskets baskets,
            DeskNotices deskNotices,
            Inbox inbox,
            MeterRegistry meters,
            @Value("${terrace.demo:false}") boolean demo) {
        this.engine = engine;
        this.parts = new Parts(engine);
        this.tokens = tokens;
        this.baskets = baskets;
        this.deskNotices = deskNotices;
        this.inbox = inbox;
        this.demo = demo;
        kept = new KeptPages(meters);
    }

    /** A page for this reader alone. */
    public MutableHttpResponse<byte[]> show(Visitor visitor, String view, Record page) {
        return show(visitor, HttpStatus.OK, view, page);
    }

    public MutableHttpResponse<byte[]> show(Visitor visitor, HttpStatus status, String view, Record page) {
        return send(visitor, PageBytes.of(render(visitor, view, page)), Form.EMPTY)
                .status(status);
    }

    /**
     * A page that is the same for everybody but for its holes; rendered once and kept a little while.
     *
     * @param key what the page depends on beside language, appearance and province
     * @param seconds how long what it shows may be old
     */
    public MutableHttpResponse<byte[]> showPublic(
            Visitor visitor, String key, int seconds, String view, Supplier<? extends Record> page) {
        return showAgain(visitor, key, seconds, view, page, Form.EMPTY);
    }

    /** As {@link #showPublic}, after a form that can be sent again: with what was typed into it, at most 60 KB. */
    public MutableHttpResponse<byte[]> showAgain(
            Visitor visitor, String key, int seconds, String view, Supplier<? extends Record> page, Form typed) {
        String full = seconds + "|" + visitor.language() + visitor.appearance().write() + visitor.provinceCode() + "|"
                + visitor.path() + "|" + key;
        PageBytes bytes = kept.get(full, () -> PageBytes.of(render(visitor, view, page.get())));
        return send(visitor, bytes, typed);
    }

    /** As {@link #showPublic}, of something that may not be there: then the answer is 404, and not kept. */
    public MutableHttpResponse<?> showPublicIfThere(
            Visitor visitor,
            String key,
            int seconds,
            String view,
            Supplier<? extends Optional<? extends Record>> page) {
        try {
            return showPublic(visitor, key, seconds, view, () -> page.get().orElseThrow(Absent::new));
        } catch (Absent nothing) {
            return HttpResponse.notFound();
        }
    }

    /** Lets go of public pages of these things: those whose path ends in one of the ids. */
    public void forget(Set<UUID> ids) {
        kept.forget(ids);
    }

    /** After a form was taken: look at this address now. */
    public static MutableHttpResponse<?> seeOther(Visitor visitor, String path) {
        return HttpResponse.seeOther(URI.create(visitor.link(path)));
    }

    /** A page's own variable of that name would be hidden without a word. */
    private static void reserve(Map<String, Object> variables, String name, Object value) {
        if (variables.containsKey(name)) {
            throw new IllegalStateException("a page has a variable named " + name + ", which all pages have");
        }
        variables.put(name, value);
    }

    private String render(Visitor visitor, String view, Record page) {
        Map<String, Object> variables = RecordProperties.variables(page);
        reserve(variables, "suspensions", new LazyContextVariable<List<DeskNotices.Reason>>() {
            @Override
            protected List<DeskNotices.Reason> loadValue() {
                return deskNotices.of(visitor);
            }
        });
        reserve(variables, "once", parts.in(visitor.language()));
        reserve(variables, "site", Site.of(visitor, provinces(visitor), demo));
        int fragment = view.indexOf(" :: ");
        String template = fragment < 0 ? view : view.substring(0, fragment);
        Set<String> selectors = fragment < 0 ? Set.of() : Set.of(view.substring(fragment + 4));
        return engine.process(
                new TemplateSpec(template, selectors, TemplateMode.HTML, null),
                new Context(visitor.language().locale(), variables));
    }

    private MutableHttpResponse<byte[]> send(Visitor visitor, PageBytes page, Form typed) {
        Map<Hole, String> fillings = new EnumMap<>(Hole.class);
        page.holes().forEach(hole -> fillings.put(hole, filling(hole, visitor, typed)));
        boolean gzip = page.compressed() && gzipAccepted();
        MutableHttpResponse<byte[]> response = HttpResponse.ok(gzip ? page.gzip(fillings) : page.plain(fillings))
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept-Encoding, Cookie, HX-Request");
        return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }

    private String filling(Hole hole, Visitor visitor, Form typed) {
        return switch (hole) {
            case CSRF -> tokens.of(visitor);
            case BASKET -> baskets.shown(visitor.cartOwner());
            case ACCOUNT -> account(visitor);
            case TYPED -> typed.hidden();
        };
    }

    private String account(Visitor visitor) {
        int unread =
                visitor.account().map(account -> inbox.unread(account.id())).orElse(0);
        if (visitor.household() != null) {
            // While a clerk acts the menu carries a form, whose token is this session's alone.
            return accountMenu(visitor, unread);
        }
        String menuKey = visitor.language() + "|" + unread + "|"
                + visitor.account()
                        .map(account -> account.id() + account.name() + account.roles())
                        .orElse("");
        return accountMenus.get(menuKey, key -> accountMenu(visitor, unread));
    }

    private String accountMenu(Visitor visitor, int unread) {
        Map<String, Object> variables = new HashMap<>();
        Account household = visitor.household();
        variables.put("acting", household == null ? null : household.name());
        variables.put("site", Map.of("csrf", household == null ? "" : tokens.of(visitor)));
        variables.put("unread", unread == 0 ? null : unread > Inbox.UNREAD_MAX ? Inbox.UNREAD_MAX + "+" : "" + unread);
        variables.put("name", visitor.account().map(Account::name).orElse(null));
        for (Role role : Role.values()) {
            variables.put(
                    role.name().toLowerCase(Locale.ROOT),
                    visitor.account().filter(account -> account.is(role)).isPresent());
        }
        return engine.process(
                new TemplateSpec("components/account-menu", Set.of("menu"), TemplateMode.HTML, null),
                new Context(visitor.language().locale(), variables));
    }

    private String provinces(Visitor visitor) {
        return provinceOptions.get(
                visitor.language() + visitor.provinceCode(),
                key -> engine.process(
                        new TemplateSpec("components/province-options", Set.of("options"), TemplateMode.HTML, null),
                        new Context(visitor.language().locale(), Map.of("chosen", visitor.provinceCode()))));
    }

    private static boolean gzipAccepted() {
        return ServerRequestContext.currentRequest()
                .map(HttpRequest::getHeaders)
                .map(headers -> headers.get(HttpHeaders.ACCEPT_ENCODING))
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
    }

    /** Leaves the making of a page that shows nothing. */
    private static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Absent() {
            super("nothing to show", null, false, false);
        }
    }
}
