package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.flashsales.Session;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;

/** From the enrolment desk to a flash sale over HTTP; and nobody signs or decides for others. */
class EnrolmentDeskTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Clock CLOCK = HOUSE.door(Clock.class);
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");

    private final Stall stall = Stall.open("enrol-" + Ids.next());
    private final Caller organiser =
            Caller.of(Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.ORGANISER)));
    private final Campaign campaign = HOUSE.campaign("秋收专场");
    private final UUID sku = HOUSE.door(Listings.class)
            .published(stall.listingId())
            .orElseThrow()
            .skus()
            .getFirst()
            .id();
    private final String sheet = "/merchant/enrolments/campaigns/" + campaign.id() + "/listings/" + stall.listingId();
    private final String review = "/organiser/campaigns/" + campaign.id() + "/enrolments";

    EnrolmentDeskTest() {
        HOUSE.door(Stock.class).receive(sku, 50, "");
    }

    @Test
    void a_merchant_reads_signs_and_is_approved_and_the_price_holds() {
        assertThat(body(stall.keeper(), "/merchant/enrolments")).contains("秋收专场");
        assertThat(body(stall.keeper(), "/merchant/enrolments/campaigns/" + campaign.id()))
                .contains("可以报名", sheet);
        UUID id = Ids.next();
        assertThat(sign(id, "agree=yes&price-" + sku + "=50").body()).contains("请至少选一个规格");
        var dear = sign(id, "agree=yes&pick-" + sku + "=yes&price-" + sku + "=70&pledge-" + sku + "=99&name=张");
        assertThat(dear.statusCode()).isEqualTo(422);
        assertThat(dear.body()).contains("活动价要在 0.01 元", "库存不够，请减少备货", "请填签名人的姓名", "value=\"70\"");
        assertThat(send(stall.keeper(), sheet, "id=" + id).body()).contains("请先读条款并勾选同意");
        signed(id, "");
        assertThat(body(stall.keeper(), "/merchant/enrolments")).contains("等审核", "张三 于");
        Stall other = Stall.open("enrol-" + Ids.next());
        assertThat(send(other.keeper(), "/merchant/enrolments/" + id + "/withdrawal", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(other.keeper().ask(sheet)).statusCode()).isEqualTo(404);

        assertThat(body(organiser, review)).contains("等审核（1）", "张三 于");
        assertThat(send(organiser, review + "/decisions", "approve=yes").body()).contains("请先选中报名");
        assertThat(send(organiser, review + "/decisions", "refuse=yes&reason=&pick-" + id + "=yes")
                        .body())
                .contains("不通过时请写理由");
        assertThat(send(organiser, review + "/decisions", "approve=yes&pick-" + id + "=yes")
                        .body())
                .contains("通过了 1 份报名");
        assertThat(HOUSE.get("/listings/" + stall.listingId()).body()).contains("50.00", "活动价到", "库存 20 件");
        assertThat(send(stall.keeper(), "/merchant/enrolments/" + id + "/withdrawal", "")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("done=late"));
    }

    @Test
    void an_organiser_fills_a_flash_sale_with_what_was_signed_for_it() {
        UUID id = Ids.next();
        signed(id, "&flash=yes");
        HOUSE.door(Enrolments.class).approve(campaign.id(), id, Ids.next());
        Enrolment enrolment = HOUSE.door(Enrolments.class).byId(id).orElseThrow();
        assertThat(enrolment.state()).isEqualTo(Enrolment.State.APPROVED);
        Session session =
                Session.next(CLOCK.today(), CLOCK.now().plus(Session.LASTS), 1).getFirst();
        UUID offer = Ids.next();
        String form = "offer=" + offer + "&goods=" + id + "@" + sku + "&session=" + session.day() + "@" + session.hour()
                + "&pieces=";
        assertThat(send(organiser, review + "/flash", form + "21").body()).contains("备货没有这么多");
        assertThat(send(organiser, review + "/flash", form + "8").statusCode()).isEqualTo(303);
        assertThat(body(organiser, review)).contains("¥50.00 · 8 件", "还可安排 12 件");
        Caller operator = Caller.withRole(Role.OPERATOR);
        assertThat(body(operator, review)).contains("还可安排 12 件").doesNotContain("通过选中的");
        assertThat(body(operator, "/operator/campaigns/" + campaign.id())).contains(review);
        assertThat(HOUSE.get("/flash").body()).contains(offer.toString());
        assertThat(HOUSE.get("/en/flash/sessions").body()).contains("Not yet", "8 pieces");
        assertThat(HOUSE.get("/flash/" + offer).body()).contains("离开始还有", "服务器时间");
        Caller member = Caller.of(Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.MEMBER)));
        assertThat(send(member, "/flash/" + offer + "/waiting", "").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("said=over"));
        assertThat(send(organiser, review + "/flash/" + offer + "/removal", "").statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.get("/flash/" + offer).statusCode()).isEqualTo(404);
        assertThat(body(organiser, review)).contains("还可安排 20 件");
    }

    @Test
    void an_organiser_writes_to_shops_and_nobody_writes_for_others() {
        String letters = "/organiser/campaigns/" + campaign.id() + "/letters";
        UUID letter = Ids.next();
        String text = "&text=" + "请在周三之前把新米装好箱";
        assertThat(send(organiser, letters, "letter=" + letter + "&audience=ENROLLED" + text)
                        .body())
                .contains("现在没有这样的店铺", "href=\"#audience\"");
        signed(Ids.next(), "");
        assertThat(send(organiser, letters, "letter=" + letter + "&audience=ENROLLED&text=短")
                        .body())
                .contains("内容请写 10 到 500 个字", "短");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(send(organiser, letters, "letter=" + letter + "&audience=ENROLLED" + text)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(body(organiser, letters)).contains("已送达 0 / 1 家", "新米装好箱");
        HOUSE.door(Jobs.class).run("tell-shops-of-campaigns");
        assertThat(body(organiser, "/en" + letters)).contains("reached 1 of 1 shops");
        assertThat(body(stall.keeper(), "/account/notices")).contains("秋收专场");
        assertThat(body(organiser, "/organiser/campaigns/" + campaign.id())).contains(letters);
        Caller partner = Caller.withRole(Role.OPERATOR);
        assertThat(HOUSE.answer(partner.ask(letters)).statusCode()).isEqualTo(403);
    }

    private void signed(UUID id, String more) {
        String fields = "&pick-" + sku + "=yes&price-" + sku + "=50&pledge-" + sku + "=20&name=张三";
        assertThat(sign(id, "agree=yes" + fields + more).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> sign(UUID id, String fields) {
        Matcher read = READ.matcher(body(stall.keeper(), sheet));
        assertThat(read.find()).isTrue();
        return send(stall.keeper(), sheet, "id=" + id + "&read=" + read.group(1) + "&" + fields);
    }

    private static HttpResponse<String> send(Caller caller, String address, String fields) {
        return HOUSE.answer(caller.send(address, fields));
    }

    private static String body(Caller caller, String address) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
