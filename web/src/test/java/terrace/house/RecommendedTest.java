package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Requirements;
import terrace.marketplace.applications.Submission;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

/** Partner organisations over HTTP: whom they see, what they may say, and who reads it. */
class RecommendedTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String PARTNER = "recommended-own";
    private static final String ID_NUMBER = "532529180001010021";
    private static final String ROUND = "round=1&sentence=";

    private final Caller own = recommender(PARTNER);
    private final Application application = naming();
    private final String page = "/partner/applications/" + application.id();

    @Test
    void a_partner_reads_who_it_is_without_papers_and_numbers() {
        assertThat(body(own, "/partner/applications")).contains(page, "待答复");
        assertThat(body(own, page))
                .contains("演示被推荐合作社", "哈尼红米")
                .doesNotContain(ID_NUMBER, "13800000077", "演示村 7 号", "/papers/");
        assertThat(body(own, "/en" + page)).contains("We recommend them", "to be answered");
    }

    @Test
    void another_partner_finds_nothing() {
        Caller other = recommender("recommended-other");
        assertThat(body(other, "/partner/applications")).doesNotContain(page);
        assertThat(HOUSE.answer(other.ask(page)).statusCode()).isEqualTo(404);
        assertThat(send(other, "/confirmation", ROUND + "known+to+us").statusCode())
                .isEqualTo(404);
        assertThat(send(other, "/denial", ROUND + "unknown+to+us").statusCode()).isEqualTo(404);
    }

    @Test
    void county_and_platform_read_what_it_says_and_the_applicant_does_not() {
        Caller operator = Caller.withRole(Role.OPERATOR);
        String review = "/operator/applications/" + application.id();
        assertThat(body(operator, review)).contains("单位还没有确认");
        var empty = send(own, "/confirmation", ROUND);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#sentence\"");
        assertThat(send(own, "/confirmation", "round=7&sentence=known+to+us").statusCode())
                .as("another submission")
                .isEqualTo(422);
        assertThat(send(own, "/confirmation", ROUND + "three+fairs+%3Cb%3E").statusCode())
                .isEqualTo(303);
        assertThat(body(operator, review)).contains("单位已于", "确认", "three fairs &lt;b&gt;");
        assertThat(body(own, page)).contains("已确认", "three fairs");
        assertThat(send(own, "/denial", ROUND + "not+in+our+books").statusCode())
                .isEqualTo(303);
        assertThat(body(endorser(), "/endorser/applications/" + application.id()))
                .contains("单位已于", "否认", "not in our books", "没有推荐过这位申请人");
        assertThat(body(Caller.of(application.accountId()), "/merchant/application"))
                .contains("示例服务社")
                .doesNotContain("not in our books", "否认");
    }

    private HttpResponse<String> send(Caller caller, String act, String fields) {
        return HOUSE.answer(caller.send(page + act, fields));
    }

    private static String body(Caller caller, String address) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static Caller recommender(String partner) {
        HOUSE.door(Partners.class).define(new NewPartner(partner, "示例服务社", "Sample society"));
        UUID account = somebody();
        HOUSE.door(Recommenders.class).appoint(account, partner, "test");
        return Caller.of(account);
    }

    private static Caller endorser() {
        UUID account = somebody();
        HOUSE.door(Endorsers.class).appoint(account, "532529", "县农业农村局", "test");
        return Caller.of(account);
    }

    private static UUID somebody() {
        return Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.MEMBER));
    }

    private static Application naming() {
        UUID account = somebody();
        Map<String, String> typed = new HashMap<>(
                Map.of("name", "演示被推荐合作社", "licence", "93532529DEM000101A", "person", "演示", "id-number", ID_NUMBER));
        typed.putAll(Map.of("phone", "13800000077", "province", "53", "county", "532529", "goods", "哈尼红米"));
        typed.putAll(Map.of("village", "演示村 7 号", "households", "12", "bank-name", "演示银行"));
        typed.putAll(Map.of("bank-holder", "演示被推荐合作社", "bank-account", "00001234567890123"));
        typed.put(Applications.PARTNER, PARTNER);
        Applications applications = HOUSE.door(Applications.class);
        applications.save(account, Merchant.Kind.COOPERATIVE, typed, false);
        Requirements.of(Merchant.Kind.COOPERATIVE)
                .papers()
                .forEach(kind -> applications.addPaper(account, new NewPaper(kind, "", null), Photos.small()));
        return ((Submission.Submitted) applications.submit(account).orElseThrow()).application();
    }
}
