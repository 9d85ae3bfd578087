package terrace.web.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.audit.Assisted;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.sessions.Session;
import terrace.marketplace.sessions.Sessions;
import terrace.web.pages.Appearance;
import terrace.web.pages.Language;

/** Finds out who is asking before anything is decided, and gives a new browser an id of its own. */
@ServerFilter("/**")
class VisitorFilter implements Ordered {
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    /** Where goods go when nobody has said where: Beijing. */
    private static final String PROVINCE_DEFAULT = "11";

    private static final String NEW = "terrace.visitor.new";

    private final Sessions sessions;
    private final Assistances assistances;
    private final Cookies cookies;

    VisitorFilter(Sessions sessions, Assistances assistances, Cookies cookies) {
        this.assistances = assistances;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() - 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void recognise(HttpRequest<?> request, MutablePropagatedContext context) {
        Optional<UUID> known = cookies.read(request, Cookies.VISITOR).flatMap(Ids::read);
        UUID id = known.orElseGet(Ids::next);
        String token = cookies.read(request, Cookies.SESSION).orElse(null);
        @Nullable Session session = token == null ? null : sessions.find(token).orElse(null);
        String query = request.getUri().getRawQuery();
        Visitor visitor = new Visitor(
                id,
                session,
                session == null ? null : token,
                Language.of(request),
                Appearance.read(cookies.read(request, Cookies.APPEARANCE).orElse("")),
                cookies.read(request, Cookies.PROVINCE)
                        .filter(code -> PROVINCE.matcher(code).matches())
                        .orElse(PROVINCE_DEFAULT),
                request.getPath() + (query == null ? "" : "?" + query));
        acting(visitor, context).attend(request);
        if (known.isEmpty()) {
            request.setAttribute(NEW, id);
        }
    }

    /** Asked of the database every time: when a household ends it, the next request is the clerk's own. */
    private Visitor acting(Visitor visitor, MutablePropagatedContext context) {
        Session session = visitor.session();
        if (session == null || !session.account().is(Role.CLERK)) {
            return visitor;
        }
        UUID clerk = session.account().id();
        return assistances
                .acting(clerk, session.id())
                .map(household -> {
                    context.add(new Assisted(clerk, household.id()));
                    return visitor.actingFor(household);
                })
                .orElse(visitor);
    }

    @ResponseFilter
    void introduce(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean page = response.getContentType()
                .filter(MediaType.TEXT_HTML_TYPE::matches)
                .isPresent();
        if (page && request.getMethod() == HttpMethod.GET) {
            request.getAttribute(NEW, UUID.class)
                    .ifPresent(id -> cookies.set(response, Cookies.VISITOR, id.toString()));
        }
    }
}
