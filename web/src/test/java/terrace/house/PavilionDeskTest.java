package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.NewCategory;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.gifts.Codes;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommenders;
import terrace.orders.promotions.PromoFunds;

/** Pavilions over HTTP: arranging, looking first, taking back, having a say; and the ways to come by a coupon. */
class PavilionDeskTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    private final String code = "desk-" + UUID.randomUUID();
    private final Caller operator = Caller.withRole(Role.OPERATOR);
    private final Caller speaker = speaker();

    @Test
    void a_draft_is_seen_by_its_curator_alone_until_it_begins_and_can_be_taken_back() {
        String form =
                "s-STORY=1&s-GOODS=2&story=a+story+of+terraces&storyEn=an+English+story&season=&months=&m-10=true";
        String draft = draft(form);
        assertThat(body(operator, draft)).contains("a story of terraces", "预览");
        assertThat(body(Caller.stranger(), "/pavilions/" + code)).doesNotContain("a story of terraces");
        assertThat(HOUSE.answer(Caller.withRole(Role.ORGANISER).ask(draft)).statusCode())
                .isEqualTo(404);
        assertThat(send(speaker, draft + "/beginning", "at=").statusCode()).isEqualTo(303);
        assertThat(body(Caller.stranger(), "/pavilions/" + code + "?now"))
                .contains("a story of terraces", "/impact/pavilions/" + code);
        assertThat(body(Caller.stranger(), "/en/pavilions/" + code)).contains("an English story");
        assertThat(send(operator, draft + "/withdrawal", "").statusCode()).isEqualTo(303);
        assertThat(body(Caller.stranger(), "/pavilions/" + code + "?then")).doesNotContain("a story of terraces");
        HttpResponse<String> wrong =
                send(operator, "/curation/" + code + "/arrangements", "story=kept&counties=999999");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("kept", "有一个代码不是县", "至少填一个版块");
    }

    @Test
    void an_old_address_leads_to_the_new_one() {
        String fresh = "fresh-" + UUID.randomUUID();
        assertThat(send(operator, "/curation/" + code + "/address", "address=Bad+One")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(operator, "/curation/" + code + "/address", "address=" + fresh)
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> old = HOUSE.answer(Caller.stranger().ask("/pavilions/" + code));
        assertThat(old.statusCode()).isEqualTo(308);
        assertThat(old.headers().firstValue("Location")).hasValue("/pavilions/" + fresh);
        assertThat(body(Caller.stranger(), "/pavilions/" + fresh)).contains("共建馆");
        assertThat(body(speaker, "/curation/" + code + "/poster")).contains("<svg", "/pavilions/" + fresh);
    }

    @Test
    void a_co_owner_proposes_and_a_stranger_to_the_pavilion_finds_nothing() {
        String shop = "shop-" + UUID.randomUUID();
        HOUSE.door(Merchants.class)
                .open(new NewMerchant(
                        shop, "被提案的合作社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"));
        String page = "/partner/pavilions/" + code;
        assertThat(send(speaker, page + "/proposals", "subject=nobody&sentence=known+well")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(speaker, page + "/proposals", "subject=" + shop + "&sentence=known+well")
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(speaker, page)).contains("被提案的合作社", "known well", "通过");
        assertThat(HOUSE.answer(Caller.withRole(Role.RECOMMENDER).ask(page)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_member_comes_today_and_redeems_a_code() {
        String shared = "HTTP" + UUID.randomUUID().toString().substring(0, 8);
        UUID batch = codedBatch();
        HOUSE.door(Codes.class).share(batch, shared, Ids.next());
        Caller member = Caller.withRole(Role.MEMBER);
        assertThat(send(member, "/account/coupons/days", "").statusCode()).isEqualTo(303);
        assertThat(body(member, "/account/coupons")).contains("今天已签到，连续 1 天");
        HttpResponse<String> wrong = send(member, "/account/coupons/code", "code=NOTTHISONE");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("NOTTHISONE", "没有这个兑换码");
        assertThat(send(member, "/account/coupons/code", "code=" + shared).statusCode())
                .isEqualTo(303);
        assertThat(body(member, "/account/coupons")).contains("页面兑换券");
        assertThat(body(Caller.stranger(), "/coupons/rules")).contains("按顺序抵扣", "专户券");
    }

    @Test
    void a_two_way_zone_shows_what_goes_up_and_what_goes_down() {
        Stall stall = Stall.open("two-way-" + UUID.randomUUID());
        String slug = "d" + UUID.randomUUID().toString().substring(0, 8);
        UUID category = HOUSE.door(Categories.class)
                .define(new NewCategory(slug, null, "农资", "Farm inputs", 1))
                .id();
        Stall.listing(HOUSE, stall.merchantId(), category, "堆沤有机肥");
        HOUSE.door(Pavilions.class).include(code, Set.of(stall.merchantId()));
        HttpResponse<String> changed = send(
                operator,
                "/operator/categories/" + slug,
                "version=1&zh=%E5%86%9C%E8%B5%84&en=Farm+inputs&position=1&direction=DOWN");
        assertThat(changed.statusCode()).isEqualTo(303);
        String draft = draft("s-UP=1&s-DOWN=2");
        assertThat(send(operator, draft + "/beginning", "at=").statusCode()).isEqualTo(303);
        String page = body(Caller.stranger(), "/pavilions/" + code);
        assertThat(page.split("id=\"way-down\"", 2))
                .satisfiesExactly(
                        up -> assertThat(up).contains("id=\"way-up\"", "哈尼梯田红米").doesNotContain("堆沤有机肥"),
                        down -> assertThat(down)
                                .contains("堆沤有机肥", "/search?pavilion=" + code + "&amp;category=" + slug)
                                .doesNotContain("哈尼梯田红米"));
        assertThat(body(Caller.stranger(), "/en/pavilions/" + code)).contains("Down: farm inputs");
    }

    @Test
    void a_coupon_for_a_campaigns_goods_names_one_that_is_not_over_and_ends_with_it() {
        HOUSE.door(PromoFunds.class).payIn(Ids.next(), null, 100_000, Ids.next());
        Campaign campaign = campaign();
        LocalDate today = HOUSE.door(Clock.class).today();
        UUID batch = Ids.next();
        String fields = "batch=" + batch + "&title=活动券&titleEn=Coupon&face=5&threshold=&budget=50&cover=50&perPerson=1"
                + "&way=OPEN&organiserPercent=0&merchantPercent=0&campaignOnly=true";
        String good = fields + "&kind=GOODS&lastDay=" + today + "&campaign=" + campaign.slug();
        assertThat(refused(good.replace(campaign.slug(), "nobody-knows"))).contains("已经公布、还没结束的活动");
        assertThat(refused(good.replace("lastDay=" + today, "lastDay=" + today.plusDays(9))))
                .contains("不能晚于活动结束那天");
        assertThat(refused(good.replace("kind=GOODS", "kind=ANY"))).contains("通用券不限商品");
        assertThat(send(operator, "/operator/coupons", good).statusCode()).isEqualTo(303);
        assertThat(HOUSE.door(CouponBatches.class)
                        .byId(batch)
                        .orElseThrow()
                        .terms()
                        .targets())
                .containsExactly(new CouponTarget(CouponTarget.Kind.CAMPAIGN, campaign.id()));
        assertThat(body(operator, "/operator/coupons")).contains("活动券", "秋收活动");
        assertThat(body(Caller.stranger(), "/coupons/rules")).contains("限活动商品的券");
    }

    private String refused(String fields) {
        HttpResponse<String> answer = send(operator, "/operator/coupons", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private Campaign campaign() {
        var now = HOUSE.door(Clock.class).now();
        return HOUSE.door(Campaigns.class)
                .define(new NewCampaign(
                        "c-" + UUID.randomUUID(),
                        "秋收活动",
                        "Harvest",
                        "故事",
                        "Story",
                        5_000,
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(2)),
                        "",
                        "",
                        12,
                        Campaign.Basis.DECLARED,
                        List.of()));
    }

    private String draft(String fields) {
        HttpResponse<String> answer = send(operator, "/curation/" + code + "/arrangements", fields);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static UUID codedBatch() {
        var from = HOUSE.door(Clock.class).now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.ANY,
                "页面兑换券",
                "By a code",
                100,
                0,
                50,
                CostShare.ofPlatform(),
                from,
                from.plus(Duration.ofDays(3)),
                Set.of());
        HOUSE.door(CouponBatches.class)
                .make(new NewBatch(terms, Giving.of(Giving.Way.CODE), 1_000, 1, Set.of(), Ids.next()));
        return terms.batchId();
    }

    private static HttpResponse<String> send(Caller caller, String path, String fields) {
        return HOUSE.answer(caller.send(path, fields));
    }

    private static String body(Caller caller, String address) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    /** Of the one partner that owns the pavilion, so that its word alone decides. */
    private Caller speaker() {
        UUID partner = HOUSE.door(Partners.class)
                .define(new NewPartner(code, "共建单位", "Partner"))
                .id();
        HOUSE.door(Pavilions.class)
                .define(new Pavilion(
                        code, "共建馆", "A pavilion", Pavilion.Kind.JOINT, null, "简介", "About", 99, List.of(partner)));
        UUID account = Caller.account(UUID.randomUUID() + "@desk.test", Set.of(Role.MEMBER));
        HOUSE.door(Recommenders.class).appoint(account, code, "test");
        return Caller.of(account);
    }
}
