package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;

/**
 * Every route is tried by everybody: strangers, and people with one role each. Who may come is written by hand in
 * {@code routes.txt}; a route that is not there fails, so nobody opens a door without saying for whom.
 */
class RouteAccessTest {
    private static final String STRANGER = "stranger";
    private static final String EVERYONE = "everyone";
    private static final String SIGNED_IN = "signed-in";
    private static final Set<String> CALLERS = callers();
    private static final Set<HttpMethod> IMPLIED = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    @Test
    void every_route_answers_those_it_is_for_and_nobody_else() throws IOException {
        Map<String, Set<String>> table = table();
        List<String> findings = new ArrayList<>();
        for (String route : routes()) {
            Set<String> allowed = table.get(route);
            if (allowed == null) {
                findings.add(route + " is not in routes.txt");
            } else {
                CALLERS.forEach(caller -> findings.addAll(tried(route, caller, allowed.contains(caller))));
            }
        }
        table.keySet().stream()
                .filter(route -> !routes().contains(route))
                .forEach(route -> findings.add(route + " is in routes.txt, but there is no such route"));
        assertThat(findings).isEmpty();
    }

    @Test
    void a_route_open_to_the_wrong_people_would_be_found() {
        assertThat(tried("GET /account", "member", false)).isNotEmpty();
        assertThat(tried("GET /account", STRANGER, true)).isNotEmpty();
        assertThat(tried("GET /merchant/orders", "member", true)).isNotEmpty();
    }

    private static List<String> tried(String route, String who, boolean allowed) {
        HttpResponse<String> answer;
        try {
            answer = OpenHouse.enter().answer(request(route, who));
        } catch (UncheckedIOException e) {
            return List.of("%s does not answer %s: %s".formatted(route, who, e.getMessage()));
        }
        int status = answer.statusCode();
        String place = answer.headers().firstValue("Location").orElse("");
        boolean turnedAway = who.equals(STRANGER) ? status == 303 && place.startsWith("/sign-in?next=") : status == 403;
        if (status >= 500) {
            return List.of("%s breaks for %s: %d".formatted(route, who, status));
        }
        return turnedAway == allowed
                ? List.of("%s %s %s: %d %s".formatted(route, allowed ? "refuses" : "lets in", who, status, place))
                : List.of();
    }

    private static HttpRequest.Builder request(String route, String who) {
        Caller caller =
                who.equals(STRANGER) ? Caller.stranger() : Caller.withRole(Role.valueOf(who.toUpperCase(Locale.ROOT)));
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{(number)}", "2611200000000000")
                .replaceAll("\\{(code|slug|address|token|name|key|selector|day)}", "none")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return method.equals("GET") ? caller.ask(path) : caller.send(path, "");
    }

    private static Set<String> routes() {
        return OpenHouse.enter()
                .door(Router.class)
                .uriRoutes()
                .filter(route -> !IMPLIED.contains(route.getHttpMethod()))
                .map(RouteAccessTest::spelt)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Method and address; what may follow as a query belongs to neither. */
    private static String spelt(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " "
                + route.getUriMatchTemplate().toString().replaceAll("\\{[?&][^}]*}", "");
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RouteAccessTest.class.getResourceAsStream("routes.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split("\\s+", -1);
                        table.put(
                                parts[0] + " " + parts[1],
                                allowed(Arrays.asList(parts).subList(2, parts.length)));
                    });
        }
        return table;
    }

    private static Set<String> allowed(List<String> words) {
        Set<String> allowed = new LinkedHashSet<>();
        for (String word : words) {
            switch (word) {
                case EVERYONE -> allowed.addAll(CALLERS);
                case SIGNED_IN ->
                    CALLERS.stream().filter(caller -> !caller.equals(STRANGER)).forEach(allowed::add);
                default -> allowed.add(word);
            }
        }
        assertThat(CALLERS).containsAll(allowed);
        assertThat(allowed).isNotEmpty();
        return allowed;
    }

    private static Set<String> callers() {
        Set<String> callers = new LinkedHashSet<>(List.of(STRANGER));
        for (Role role : Role.values()) {
            callers.add(role.name().toLowerCase(Locale.ROOT));
        }
        return callers;
    }
}
