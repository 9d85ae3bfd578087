package terrace.web.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.marketplace.assistance.Acts;
import terrace.marketplace.audit.Audit;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;

/**
 * Writes down what no page may forget: each form a clerk sends for a household, before it is worked off, and each time
 * somebody signed in asks for what is not theirs, or not there.
 */
@ServerFilter("/**")
class Witness implements Ordered {
    private static final String SEEN = "terrace.witness";

    /** Ids, numbers of orders and codes of pictures; words of people are not among them. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b\\d{12,20}\\b");

    private static final int IDS_MAX = 5;

    private final Acts acts;
    private final Audit audit;

    Witness(Acts acts, Audit audit) {
        this.acts = acts;
        this.audit = audit;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 100;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void see(HttpRequest<?> request) {
        Visitor visitor = Visitor.of(request);
        if (!visitor.signedIn()
                || !(RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match)
                || List.of(match.getAnnotationMetadata().stringValues(Secured.class))
                        .contains(Access.ANYONE)) {
            return;
        }
        Door door = new Door(spelt(match), ids(request, match));
        request.setAttribute(SEEN, door);
        if (visitor.household() != null
                && request.getMethod() != HttpMethod.GET
                && request.getMethod() != HttpMethod.HEAD) {
            acts.record(visitor.memberId(), door.route, door.ids);
        }
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void answered(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() == HttpStatus.NOT_FOUND.getCode()) {
            request.getAttribute(SEEN, Door.class)
                    .filter(door -> !door.ids.isEmpty())
                    .ifPresent(door -> audit.strayed(Visitor.of(request).memberId(), door.route, door.ids));
        }
    }

    private static String spelt(UriRouteMatch<?, ?> match) {
        return match.getRouteInfo().getUriMatchTemplate().toString().replaceAll("\\{[?&][^}]*}", "");
    }

    /** Those of the path, the query and the form, wherever in it they stand. */
    private static String ids(HttpRequest<?> request, UriRouteMatch<?, ?> match) {
        Stream<String> path = match.getVariableValues().values().stream().map(String::valueOf);
        Stream<String> query =
                Stream.of(Objects.requireNonNullElse(request.getUri().getRawQuery(), ""));
        Map<?, ?> typed = request.getAttribute(FormGuard.TYPED, Map.class).orElse(Map.of());
        Map<String, String> handedIn = Uploads.of(request).map(Upload::fields).orElse(Map.of());
        return Stream.of(path, query, words(typed), words(handedIn))
                .flatMap(each -> each)
                .flatMap(text -> ID.matcher(text).results())
                .map(MatchResult::group)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .limit(IDS_MAX)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Map<?, ?> typed) {
        return typed.entrySet().stream()
                .filter(entry -> !"csrf".equals(entry.getKey()))
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()).map(String::valueOf));
    }

    /** @param route as it is spelt in the program */
    private record Door(String route, String ids) {}
}
