package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.feeds.FeedFormat;
import terrace.marketplace.feeds.FeedSignature;
import terrace.marketplace.feeds.Feeds;
import terrace.marketplace.feeds.Making;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.ImpactFacts;
import terrace.marketplace.impact.Ledger;
import terrace.marketplace.impact.PaidLine;
import terrace.orders.donations.Projects;

/** From a county's sheet to the public ledger, over HTTP; a stranger reckons the figures again from the files. */
class HelpPagesTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String COUNTY = "532529";
    private static final String NAME = "某甲乙丙";
    private static final String SHEETS = "/endorser/households/sheets";

    @Test
    void a_sheet_becomes_families_behind_goods_and_a_figure_everybody_can_reckon_again() {
        Caller endorser = endorser();
        String village = "村" + UUID.randomUUID();
        String sheet = location(HOUSE.answer(endorser.bring(SHEETS, Map.of(), sheet(village))));
        String checked = HOUSE.answer(endorser.ask(sheet)).body();
        assertThat(checked).contains("人口应为 1 到 30 的整数").doesNotContain(NAME);
        assertThat(HOUSE.answer(endorser.ask(sheet + "/faults.csv")).body())
                .contains("4,")
                .doesNotContain(NAME);
        assertThat(location(HOUSE.answer(endorser.send(sheet + "/taking", "")))).isEqualTo(sheet);
        assertThat(HOUSE.answer(endorser().ask(sheet)).statusCode())
                .as("another account's sheet")
                .isEqualTo(404);
        assertThat(HOUSE.answer(endorser.ask("/endorser/households")).body())
                .contains(village)
                .doesNotContain(NAME);

        Stall stall = Stall.open("help-" + UUID.randomUUID().toString().substring(0, 8));
        allocated(endorser, stall, village);
        paid(stall);
        Ledger ledger = reckoned();
        assertThat(ledger.total().helped().declared()).isPositive();
        for (String page : List.of("/impact", "/en/impact", "/impact/method", "/impact/pavilions/none")) {
            assertThat(HOUSE.get(page).statusCode()).isEqualTo(page.endsWith("none") ? 404 : 200);
            assertThat(HOUSE.get(page).body()).doesNotContain(NAME).doesNotContain("[impact.");
        }
        assertThat(HOUSE.get("/impact/facts.json").body()).contains("\"county\":\"" + COUNTY + "\"");
        assertThat(HOUSE.get("/impact/allocations.json").body())
                .contains(COUNTY + "-")
                .doesNotContain(NAME);
    }

    /** As the page about the method says, from the two files alone. */
    private static Ledger reckoned() {
        long fen = 0;
        long grams = 0;
        Map<String, Long> byAllocation = new HashMap<>();
        for (String row : HOUSE.get("/impact/facts.csv").body().lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            grams += Long.parseLong(cells[6]);
            fen += Long.parseLong(cells[7]);
            byAllocation.merge(cells[8], Long.parseLong(cells[7]), Long::sum);
        }
        Set<String> families = new HashSet<>();
        for (String row :
                HOUSE.get("/impact/allocations.csv").body().lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            if (byAllocation.getOrDefault(cells[0], 0L) > 0) {
                families.addAll(Arrays.asList(cells[9].split(" ", -1)));
            }
        }
        Clock clock = HOUSE.door(Clock.class);
        Ledger ledger = HOUSE.door(Impact.class).reckon(clock.today().withDayOfYear(1), clock.today(), null);
        assertThat(ledger.total().fen()).isEqualTo(fen);
        assertThat(ledger.total().grams()).isEqualTo(grams);
        assertThat(ledger.total().helped().all()).isEqualTo(families.size());
        return ledger;
    }

    @Test
    void what_is_wrong_with_an_allocation_is_said_at_its_field() {
        Caller endorser = endorser();
        String here = "/endorser/allocations";
        HttpResponse<String> refused =
                HOUSE.answer(endorser.bring(here, Map.of("listing", "x", "from", "soon"), new byte[0]));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"listing-error\"", "id=\"from-error\"", "href=\"#villages\"")
                .contains("value=\"soon\"");
        assertThat(HOUSE.answer(endorser.send("/endorser/households", "village=&name=&register=x&people=0"))
                        .body())
                .contains("id=\"village-error\"", "id=\"register-error\"");
        assertThat(HOUSE.answer(endorser.ask(here + "/999999/document")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_outside_platform_fetches_only_with_its_secret() {
        paid(Stall.open("feed-" + UUID.randomUUID().toString().substring(0, 8)));
        String code = "out-" + UUID.randomUUID();
        Making made = HOUSE.door(Feeds.class).make(code, "外部", FeedFormat.JSON, "", "test");
        String secret = ((Making.Made) made).secret();
        String path = "/feeds/v1/facts.csv?after=0&limit=1000";
        assertThat(HOUSE.get(path).statusCode()).isEqualTo(401);
        assertThat(fetch(code, "wrong", path).statusCode()).isEqualTo(401);
        HttpResponse<String> page = fetch(code, secret, path);
        assertThat(page.statusCode()).isEqualTo(200);
        String seconds = page.headers().firstValue(Feeds.TIME_HEADER).orElseThrow();
        assertThat(FeedSignature.matches(
                        secret,
                        seconds,
                        page.body().getBytes(StandardCharsets.UTF_8),
                        page.headers().firstValue(Feeds.SIGNATURE_HEADER).orElseThrow()))
                .isTrue();
        assertThat(page.body()).startsWith("number,kind,day").contains(COUNTY);
        Caller operator = Caller.withRole(Role.OPERATOR);
        assertThat(HOUSE.answer(operator.ask("/operator/feeds")).body()).contains(code);
        assertThat(HOUSE.answer(operator.send("/operator/feeds/" + code + "/resend", "after=x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(HOUSE.answer(operator.send("/operator/feeds", "code=" + code + "&name=a&format=CSV"))
                        .body())
                .contains("id=\"code-error\"");
    }

    @Test
    void a_fact_is_set_right_by_another_with_a_reason() {
        Stall stall = Stall.open("right-" + UUID.randomUUID().toString().substring(0, 8));
        paid(stall);
        long number = HOUSE.door(Impact.class).last();
        Caller operator = Caller.withRole(Role.OPERATOR);
        String fields = "correction=" + Ids.next() + "&fact=" + number + "&grams=-100&fen=-50&note=";
        String here = "/operator/impact/corrections";
        assertThat(HOUSE.answer(operator.send(here, fields)).body()).contains("id=\"note-error\"");
        assertThat(location(
                        HOUSE.answer(operator.send(here, fields + URLEncoder.encode("称重有误", StandardCharsets.UTF_8)))))
                .isEqualTo("/operator/impact?done=corrected");
        assertThat(HOUSE.get("/impact/facts.csv?after=" + number).body()).contains("CORRECTED", "称重有误");
    }

    @Test
    void a_project_is_opened_by_an_organiser_and_seen_by_everybody() {
        String code = "p-" + UUID.randomUUID();
        Caller organiser = Caller.withRole(Role.ORGANISER);
        HttpResponse<String> answer = HOUSE.answer(organiser.send(
                "/organiser/projects", "code=" + code + "&title=a&titleEn=b&goal=100&story=c&storyEn=d"));
        if (HOUSE.door(Projects.class).byCode(code).isEmpty()) {
            assertThat(answer.statusCode()).as("nobody to give to").isEqualTo(422);
        } else {
            assertThat(location(answer)).isEqualTo("/organiser/projects/" + code);
            assertThat(HOUSE.answer(organiser.ask("/organiser/projects/" + code))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(HOUSE.get("/en/projects/" + code).body()).contains("<h1>b</h1>");
            assertThat(HOUSE.answer(organiser.bring(
                                    "/organiser/projects/" + code + "/payouts", Map.of("amount", "1"), new byte[0]))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(HOUSE.get("/projects").statusCode()).isEqualTo(200);
        assertThat(HOUSE.get("/projects/none").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> fetch(String code, String secret, String path) {
        String seconds = Long.toString(HOUSE.door(Clock.class).now().getEpochSecond());
        return HOUSE.answer(HOUSE.ask(path)
                .header(Feeds.RECEIVER_HEADER, code)
                .header(Feeds.TIME_HEADER, seconds)
                .header(
                        Feeds.SIGNATURE_HEADER,
                        FeedSignature.of(secret, seconds, path.getBytes(StandardCharsets.UTF_8))));
    }

    private static void allocated(Caller endorser, Stall stall, String village) {
        String today = HOUSE.door(Clock.class).today().toString();
        HttpResponse<String> answer = HOUSE.answer(endorser.bring(
                "/endorser/allocations",
                Map.of(
                        "allocation",
                        Ids.next().toString(),
                        "listing",
                        "http://localhost/listings/" + stall.listingId(),
                        "villages",
                        village,
                        "basis",
                        "DECLARED",
                        "from",
                        today,
                        "to",
                        today),
                new byte[0]));
        assertThat(location(answer)).isEqualTo("/endorser/allocations?done=recorded");
        assertThat(HOUSE.answer(endorser.ask("/endorser/allocations")).body())
                .contains(stall.listingId().toString());
    }

    private static void paid(Stall stall) {
        HOUSE.door(ImpactFacts.class)
                .countPaid(new PaidLine(
                        UUID.randomUUID().toString(),
                        1,
                        stall.listingId(),
                        stall.merchantId(),
                        COUNTY,
                        500,
                        1_250,
                        HOUSE.door(Clock.class).now()));
    }

    private static Caller endorser() {
        UUID account = Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.ENDORSER));
        HOUSE.door(Endorsers.class).appoint(account, COUNTY, "县里", "test");
        return Caller.of(account);
    }

    private static byte[] sheet(String village) {
        return String.join(
                        "\n",
                        "村,户主,登记编号,人口",
                        village + "," + NAME + ","
                                + UUID.randomUUID().toString().substring(0, 30) + ",3",
                        village + "," + NAME + ","
                                + UUID.randomUUID().toString().substring(0, 30) + ",4",
                        village + "," + NAME + ","
                                + UUID.randomUUID().toString().substring(0, 30) + ",99")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
