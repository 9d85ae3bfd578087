package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.assistance.Asking;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Clerks;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;
import terrace.web.signin.Access;

/**
 * Every merchant page is tried by each of a shop's people, and by a clerk. Whose a page is stands in {@code staff.txt};
 * one that is not there fails, so that nobody adds a page without saying for which of them.
 */
class StaffAccessTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Set<HttpMethod> IMPLIED = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final String LEAVING = "/merchant/staff/leaving";

    @Test
    void each_of_a_shops_people_comes_to_the_pages_of_their_role_and_to_no_other() throws IOException {
        List<Line> lines = lines();
        List<String> findings = new ArrayList<>();
        Map<String, Caller> callers = callers();
        for (String route : routes()) {
            Optional<Line> line =
                    lines.stream().filter(each -> each.fits(route)).findFirst();
            if (line.isEmpty()) {
                findings.add(route + " is not in staff.txt");
            } else {
                callers.forEach((who, caller) -> {
                    boolean refused = status(caller, route) == 403;
                    if (refused == line.get().who.contains(who)) {
                        findings.add(route + (refused ? " refuses " : " lets in ") + who);
                    }
                });
            }
        }
        assertThat(findings).isEmpty();
    }

    private static int status(Caller caller, String route) {
        String path = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{number}", "2611200000000000")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        HttpResponse<String> answer = HOUSE.answer(route.startsWith("GET") ? caller.ask(path) : caller.send(path, ""));
        return answer.statusCode();
    }

    /** Those that only merchants may come to; leaving is tried last, since those who left come nowhere. */
    private static List<String> routes() {
        return HOUSE.door(Router.class)
                .uriRoutes()
                .filter(route -> !IMPLIED.contains(route.getHttpMethod()))
                .filter(route -> List.of(route.getAnnotationMetadata().stringValues(Secured.class))
                        .contains(Access.MERCHANT))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toString().replaceAll("\\{[?&][^}]*}", ""))
                .distinct()
                .sorted(Comparator.comparing((String route) -> route.endsWith(LEAVING))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Map<String, Caller> callers() {
        UUID shop = shop("staff-access");
        Map<String, Caller> callers = new LinkedHashMap<>();
        for (StaffRole role : StaffRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            UUID account = Caller.account("staff-" + name + "@house.test", Set.of(Role.MEMBER));
            HOUSE.door(Staff.class).join(shop, account, role);
            callers.put(name, Caller.of(account));
        }
        UUID household = Caller.account("staff-household@house.test", Set.of(Role.MEMBER));
        HOUSE.door(Staff.class).join(shop("staff-household"), household, StaffRole.OWNER);
        callers.put("clerk", clerkFor(household, "staff-clerk@house.test", "staff-household@house.test"));
        return callers;
    }

    /** A clerk whose session acts for this household. */
    static Caller clerkFor(UUID household, String clerkName, String contact) {
        UUID clerk = Caller.account(clerkName, Set.of(Role.MEMBER));
        HOUSE.door(Clerks.class).appoint(clerk, "便民服务站", "test");
        Assistances assistances = HOUSE.door(Assistances.class);
        Asking.Asked asked = (Asking.Asked) assistances.ask(clerk, contact, "农户", false, false);
        assertThat(assistances.accept(household, asked.assistance().id())).isPresent();
        Caller caller = Caller.of(clerk);
        assertThat(assistances.act(clerk, asked.assistance().id(), caller.session()))
                .isTrue();
        return caller;
    }

    static UUID shop(String code) {
        return HOUSE.door(Merchants.class)
                .open(new NewMerchant(code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "62220000000033"))
                .id();
    }

    private static List<Line> lines() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StaffAccessTest.class.getResourceAsStream("staff.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", -1))
                    .map(parts -> new Line(
                            parts[0],
                            parts[1],
                            Stream.of(parts)
                                    .filter(word -> word.matches("[a-z]+"))
                                    .collect(Collectors.toSet())))
                    .toList();
        }
    }

    private record Line(String method, String address, Set<String> who) {
        boolean fits(String route) {
            String asked = route.substring(route.indexOf(' ') + 1);
            if (!method.equals("*")) {
                return route.equals(method + " " + address);
            }
            String stem = address.substring(0, address.length() - "/**".length());
            return asked.equals(stem) || asked.startsWith(stem + "/");
        }
    }
}
