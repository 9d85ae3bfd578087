package terrace.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;
import terrace.orders.promotions.PromoFunds;

/** An organisation's benefits over HTTP: a sheet handed in, told by department, and nobody else's; and its pledge. */
class BenefitDeskTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String HERE = "/partner/benefits";
    private static final int PEOPLE = 6;

    private final LocalDate today = HOUSE.door(Clock.class).today();
    private final String code = "benefit-" + UUID.randomUUID();
    private final UUID partner = HOUSE.door(Partners.class)
            .define(new NewPartner(code, "发福利的单位", "A generous partner"))
            .id();
    private final Caller speaker = speaks(code);

    @Test
    void a_sheet_is_handed_in_worked_off_and_told_by_department_to_its_partner_alone() {
        List<UUID> people = Stream.generate(
                        () -> Caller.account(UUID.randomUUID() + "@benefit.test", Set.of(Role.MEMBER)))
                .limit(PEOPLE)
                .toList();
        String sheet = sheet(people);
        Map<String, String> form = form(Ids.next());
        HttpResponse<String> bare = bring(Map.of("title", "", "face", "200"), sheet);
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请填名称", "请填英文名称", "href=\"#titleEn\"");
        assertThat(bring(form, sheet).body()).as("no money, no coupons").contains("资金池不够");
        assertThat(bring(form, "姓名,电话\n某,1\n").statusCode()).isEqualTo(422);
        HOUSE.door(PromoFunds.class).payIn(Ids.next(), partner, 200_000, Ids.next());
        HttpResponse<String> given = bring(form, sheet);
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(bring(form, sheet).headers().firstValue("Location"))
                .as("the same form is the same sheet")
                .isEqualTo(given.headers().firstValue("Location"));
        String run = given.headers().firstValue("Location").orElseThrow();
        HOUSE.door(Jobs.class).run("hand-out-entitlements");
        assertThat(body(speaker, run)).contains("机关", ">6<").doesNotContain("benefit.test");
        assertThat(body(speaker, run + "/bad-rows")).contains("nobody@nowhere.example", "没有人用这个登录名注册");
        Caller one = Caller.of(people.getFirst());
        assertThat(body(one, "/account/coupons")).contains("中秋慰问券");
        assertThat(body(one, "/en/account/coupons")).contains("Mid-autumn greetings");
        Caller other = speaks("other-" + UUID.randomUUID());
        assertThat(HOUSE.answer(other.ask(run)).statusCode()).isEqualTo(404);
        assertThat(HOUSE.answer(other.ask(run + "/bad-rows")).statusCode()).isEqualTo(404);
        assertThat(body(other, HERE)).doesNotContain("中秋慰问券");
    }

    @Test
    void what_a_partner_promises_to_buy_everybody_can_follow() {
        String days = "&firstDay=" + today + "&untilDay=" + today.plusDays(30);
        HttpResponse<String> wrong = send(speaker, "pledgeTitle=&pledgeTitleEn=&goal=-1" + days);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填大于 0 的金额", "href=\"#pledgeTitle\"");
        String title = "秋天买三万" + code;
        String good = "pledge=" + Ids.next() + "&pledgeTitle=" + title.substring(0, 20) + "&pledgeTitleEn=Autumn+"
                + code + "&goal=30000" + days;
        for (int twice = 0; twice < 2; twice++) {
            assertThat(send(speaker, good).statusCode()).isEqualTo(303);
        }
        String page = HOUSE.get("/pledges?of=" + code).body();
        assertThat(page.split(title.substring(0, 20) + "</h2>", -1))
                .as("promised once")
                .hasSize(2);
        assertThat(page).contains("发福利的单位", "30,000.00");
        assertThat(HOUSE.get("/en/pledges?of=" + code).body()).contains("Autumn " + code, "A generous partner");
    }

    private HttpResponse<String> send(Caller caller, String fields) {
        return HOUSE.answer(caller.send(HERE + "/pledges", fields));
    }

    private Map<String, String> form(UUID id) {
        Map<String, String> form = new HashMap<>();
        form.put("run", id.toString());
        form.put("batch", id.toString());
        form.put("title", "中秋慰问券");
        form.put("titleEn", "Mid-autumn greetings");
        form.put("face", "200");
        form.put("lastDay", today.plusDays(30).toString());
        return form;
    }

    private static String sheet(List<UUID> people) {
        StringBuilder sheet = new StringBuilder("登录名,部门\n");
        HOUSE.door(Accounts.class)
                .byIds(Set.copyOf(people))
                .values()
                .forEach(account -> sheet.append(account.signInName()).append(",机关\n"));
        return sheet.append("nobody@nowhere.example,车间\n").toString();
    }

    private HttpResponse<String> bring(Map<String, String> fields, String sheet) {
        return HOUSE.answer(speaker.bring(HERE, fields, sheet.getBytes(UTF_8)));
    }

    private static Caller speaks(String code) {
        HOUSE.door(Partners.class).define(new NewPartner(code, "发福利的单位", "A generous partner"));
        UUID account = Caller.account(UUID.randomUUID() + "@benefit.test", Set.of(Role.MEMBER));
        HOUSE.door(Recommenders.class).appoint(account, code, "test");
        return Caller.of(account);
    }

    private static String body(Caller caller, String address) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
