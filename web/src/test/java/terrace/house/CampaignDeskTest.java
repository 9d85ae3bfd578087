package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.Running;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

/** A campaign over HTTP: written, refused plainly, checked, run, told, and nobody else's. */
class CampaignDeskTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Clock CLOCK = HOUSE.door(Clock.class);

    private final Caller organiser =
            Caller.of(Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.ORGANISER)));
    private final Caller operator = Caller.withRole(Role.OPERATOR);
    private final UUID id = Ids.next();
    private final String slug = "c-" + id;
    private final String board = "/organiser/campaigns/" + id;

    @Test
    void a_campaign_is_written_step_by_step_and_refusals_stand_beside_their_fields() {
        var bad = send(organiser, "/organiser/campaigns", "id=" + id + "&title=&titleEn=Rice&slug=Rote+Bete&starts=x");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains("href=\"#slug\"", "href=\"#title\"", "href=\"#starts\"", "Rote Bete", "网页地址用小写字母");
        begin(organiser);
        assertThat(send(organiser, board + "/plan/goal", "version=0&goalJin=").body())
                .contains("请至少填写一种目标");
        assertThat(send(organiser, board + "/plan/goal", "version=0&goalJin=6000&households=450")
                        .statusCode())
                .isEqualTo(303);
        assertThat(send(organiser, board + "/plan/goal", "version=0&goalJin=7000")
                        .body())
                .contains("别人刚刚保存过", "7000");
        var rules = send(organiser, board + "/plan/rules", "version=1&discount=99&origins=哪里县&organiserPercent=10");
        assertThat(rules.statusCode()).isEqualTo(422);
        assertThat(rules.body()).contains("请写 0 到 90 的整数", "有的产地没认出来", "没有合作单位可以承担");
        assertThat(send(organiser, board + "/plan/rules", "version=1&discount=10&origins=红河县&cap=5")
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(organiser, board + "/plan/rules")).contains("红河县", "value=\"10\"");
        assertThat(send(organiser, board + "/checking", "").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("done=missing"));
        assertThat(body(organiser, board)).contains("中文故事，至少 20 个字");
        assertThat(body(organiser, board + "/preview")).contains("这是预览", "6,000");
        assertThat(HOUSE.get("/campaigns/" + slug).statusCode()).isEqualTo(404);
        assertThat(body(organiser, "/en" + board)).contains("Still missing");
    }

    @Test
    void another_organisation_finds_nothing() {
        begin(organiser);
        HOUSE.door(Partners.class).define(new NewPartner("desk-other", "另一家", "Another"));
        UUID account = Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.MEMBER));
        HOUSE.door(Recommenders.class).appoint(account, "desk-other", "test");
        Caller other = Caller.of(account);
        assertThat(body(other, "/organiser/campaigns")).doesNotContain(id.toString());
        assertThat(HOUSE.answer(other.ask(board)).statusCode()).isEqualTo(404);
        assertThat(HOUSE.answer(other.ask(board + "/preview")).statusCode()).isEqualTo(404);
        assertThat(send(other, board + "/plan/goal", "version=0&goalJin=1").statusCode())
                .isEqualTo(404);
        assertThat(send(other, board + "/checking", "").statusCode()).isEqualTo(404);
        assertThat(send(other, board + "/pause", "reason=because").statusCode()).isEqualTo(404);
        assertThat(HOUSE.answer(other.ask(board + "/letters")).statusCode()).isEqualTo(404);
        assertThat(send(other, board + "/letters", "letter=" + Ids.next() + "&text=to+all+the+shops")
                        .statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(organiser.ask(board + "/letters")).statusCode())
                .as("nobody is told of what was not announced")
                .isEqualTo(404);
        assertThat(HOUSE.answer(operator.ask("/operator/campaigns/" + id)).statusCode())
                .as("a draft is its organiser's own")
                .isEqualTo(404);
    }

    @Test
    void it_is_checked_item_by_item_runs_can_be_paused_and_its_facts_add_up() {
        begin(organiser);
        fill();
        assertThat(send(organiser, board + "/checking", "").statusCode()).isEqualTo(303);
        assertThat(body(operator, "/operator/campaigns")).contains(id.toString());
        String check = "/operator/campaigns/" + id;
        String ticks = ticks();
        var unticked = send(operator, check + "/opening", "version=3&check-GOAL_PLAIN=true");
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("这一项还没有勾选");
        assertThat(send(operator, check + "/return", "version=3&reason=").body())
                .contains("请写明原因");
        assertThat(send(operator, check + "/opening", "version=3" + ticks).statusCode())
                .isEqualTo(303);
        Campaigns campaigns = HOUSE.door(Campaigns.class);
        assertThat(campaigns.asItStands(id).orElseThrow().state()).isEqualTo(CampaignState.OPEN);
        UUID listing = UUID.randomUUID();
        campaigns.include(id, listing);
        var start = campaigns.asItStands(id).orElseThrow().startsAt();
        assertThat(campaigns.countSale(
                        new CampaignSale(slug, CampaignSale.Kind.SOLD, 1, listing, 3_000, 7_500, start.plusSeconds(5))))
                .isTrue();
        HOUSE.door(Running.class).moveOn();
        campaigns.forget(id);
        assertThat(HOUSE.get("/campaigns/" + slug).body()).contains("6,000", "每位会员每种规格限购 5 件");
        assertThat(HOUSE.get("/campaigns/" + slug + "/progress").body()).contains("id=\"tally\"", "hx-swap");
        String csv = HOUSE.get("/campaigns/" + slug + "/facts.csv").body();
        assertThat(csv.lines().skip(1)).singleElement().asString().startsWith("1,SOLD," + listing + ",3000,7500,");
        assertThat(csv).doesNotContain(slug);
        assertThat(body(organiser, board)).contains("报名中", "大屏展示");
        assertThat(body(organiser, board + "/wallboard")).contains("id=\"tally\"");
        assertThat(HOUSE.get("/campaigns/" + slug).body()).contains("我也出一份力", "href=\"/projects\"");
        assertThat(HOUSE.get("/campaigns/" + slug + "/report").statusCode()).isEqualTo(404);
        assertThat(send(organiser, board + "/pause", "reason=").body()).contains("请写明原因");
    }

    @Test
    void a_result_is_published_at_an_address_that_stays_and_what_comes_back_later_is_told_beside_it() {
        UUID listing = UUID.randomUUID();
        Instant end = CLOCK.now().minus(Duration.ofDays(2));
        Campaigns campaigns = HOUSE.door(Campaigns.class);
        Campaign over = over(end, listing);
        String report = "/campaigns/" + slug + "/report";
        Instant sold = end.minus(Duration.ofHours(3));
        count(campaigns, CampaignSale.Kind.SOLD, listing, 6_000, sold);
        String own = "/organiser/campaigns/" + over.id();
        assertThat(send(organiser, own + "/report", "summary=短&summaryEn=Enough+words+here.")
                        .body())
                .contains("总结请写 10 到 2000 个字", "Enough words here.");
        String summary = "summary=卖出了十二斤，都寄到了。&summaryEn=Twelve+jin+were+sold+and+arrived.";
        assertThat(send(organiser, own + "/report", summary).statusCode()).isEqualTo(303);
        count(campaigns, CampaignSale.Kind.RETURNED, listing, 1_000, end.plus(Duration.ofHours(3)));
        campaigns.forget(over.id());
        assertThat(HOUSE.get(report).body()).contains("卖出了十二斤", "<b>12</b>", "<b>10</b>", "结束后的退款");
        assertThat(HOUSE.get("/en" + report).body()).contains("As published", "Came back after the end");
        assertThat(HOUSE.get(report + "/facts.csv").body().lines()).hasSize(2);
        assertThat(HOUSE.get("/campaigns/" + slug + "/facts.csv").body().lines())
                .hasSize(3);
        assertThat(HOUSE.get(report + "/pdf").body()).startsWith("%PDF");
        assertThat(HOUSE.get(report + "/sheet").body()).startsWith("PK");
        assertThat(body(organiser, own)).contains("结束后的退款", "查看活动结果报告");
        assertThat(send(operator, "/operator/campaigns/" + over.id() + "/audit", "reason=与订单核对一致")
                        .statusCode())
                .isEqualTo(303);
        assertThat(campaigns.asItStands(over.id()).orElseThrow().state()).isEqualTo(CampaignState.AUDITED);
    }

    @Test
    void a_stranger_adds_up_what_was_given_beside_a_campaign_from_its_file() {
        UUID listing = UUID.randomUUID();
        Instant end = CLOCK.now().minus(Duration.ofDays(2));
        Campaigns campaigns = HOUSE.door(Campaigns.class);
        Campaign over = over(end, listing);
        Instant sold = end.minus(Duration.ofHours(3));
        count(campaigns, CampaignSale.Kind.SOLD, listing, 6_000, sold);
        for (long fen : List.of(1_250L, 98_750L)) {
            assertThat(campaigns.countGift(UUID.randomUUID(), List.of(slug), fen, sold))
                    .isTrue();
        }
        campaigns.forget(over.id());
        assertThat(HOUSE.get("/campaigns/" + slug).body()).contains("随单捐赠", ">1,000<");
        String file = HOUSE.get("/campaigns/" + slug + "/facts.csv").body();
        assertThat(added(file, "GIFT")).isEqualTo(100_000);
        assertThat(added(file, "SOLD")).isEqualTo(6_000);
        assertThat(file).doesNotContain("purchase:");
    }

    private static long added(String file, String kind) {
        return file.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals(kind))
                .mapToLong(cells -> Long.parseLong(cells[4]))
                .sum();
    }

    private Campaign over(Instant end, UUID listing) {
        return HOUSE.door(Campaigns.class)
                .define(new NewCampaign(
                        slug,
                        "秋收",
                        "Harvest",
                        "故事",
                        "Story",
                        5_000,
                        end.minus(Duration.ofDays(3)),
                        end,
                        "",
                        "",
                        12,
                        Campaign.Basis.DECLARED,
                        List.of(listing)));
    }

    private void count(Campaigns campaigns, CampaignSale.Kind kind, UUID listing, long grams, Instant at) {
        assertThat(campaigns.countSale(new CampaignSale(slug, kind, 1, listing, grams, grams, at)))
                .isTrue();
    }

    private void begin(Caller who) {
        var today = CLOCK.today();
        var begun = send(
                who,
                "/organiser/campaigns",
                "id=" + id + "&title=红米&titleEn=Rice&slug=" + slug + "&starts=" + today.plusDays(3) + "T10:00&ends="
                        + today.plusDays(9) + "T10:00");
        assertThat(begun.statusCode()).isEqualTo(303);
    }

    private void fill() {
        String story = "哈尼梯田的红米差一点没人种了，这是第一批新米，卖完就能保住明年的秧。";
        assertThat(send(organiser, board + "/plan/goal", "version=0&goalJin=6000&households=450")
                        .statusCode())
                .isEqualTo(303);
        String blocks = "&block-PROGRESS=1&block-STORY=2&block-RULES=3&block-METHOD=4";
        assertThat(send(
                                organiser,
                                board + "/plan/story",
                                "version=1&story=" + story + "&storyEn=The+red+rice+was+nearly+given+up." + blocks)
                        .statusCode())
                .isEqualTo(303);
        assertThat(send(organiser, board + "/plan/rules", "version=2&cap=5&discount=10")
                        .statusCode())
                .isEqualTo(303);
    }

    private static String ticks() {
        StringBuilder ticks = new StringBuilder();
        for (CheckItem item : CheckItem.values()) {
            ticks.append("&check-").append(item).append("=true");
        }
        return ticks.toString();
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
