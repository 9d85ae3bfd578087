package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import terrace.marketplace.jobs.Jobs;

/** The red rice story, from an idea to a result that strangers check. It moves the clock, so it walks alone. */
@Isolated
class RedRiceJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SLUG = "hani-new-harvest";
    private static final String TITLE = "哈尼新米，我们来帮你";
    private static final int FLASH_PIECES = 2;
    private static final int GOAL_JIN = 5;

    private final Browser browser = OpenBrowser.browser();
    private final CampaignFigures figures = new CampaignFigures(SLUG);
    private String bought = "";
    private final LocalDate first = LocalDate.ofInstant(OpenMarket.now(), ZONE).plusDays(2);

    @AfterEach
    void clocks_go_right_again() {
        OpenMarket.clockRight();
    }

    @Test
    void a_campaign_is_planned_checked_joined_run_and_told_and_its_number_adds_up() throws Exception {
        String board = planned();
        checked();
        bought = new CampaignShops(browser, TITLE, FLASH_PIECES).joined(board);
        OpenMarket.clockTo(first.atTime(10, 1).atZone(ZONE).toInstant());
        soldOutInAFlash();
        figures.counted(board, 2);
        boughtWithACoupon("member23@demo.terrace", 2);
        figures.counted(board, 3);
        long before = figures.jin();
        String order = boughtWithACoupon("member24@demo.terrace", 4);
        figures.counted(board, 4);
        CampaignFigures.await(() -> figures.jin() > before
                && figures.jin() >= GOAL_JIN
                && figures.page().contains("已达成"));
        calledOff(order);
        CampaignFigures.await(() -> figures.jin() == before);
        OpenMarket.clockTo(first.plusDays(3).atStartOfDay(ZONE).toInstant());
        told(board);
        assertThat(figures.fromTheFile("/campaigns/" + SLUG + "/facts.csv")).isEqualTo(figures.jin() * 500);
        assertThat(figures.fromTheFile("/campaigns/" + SLUG + "/report/facts.csv"))
                .isEqualTo(figures.jin() * 500);
        toldToAPlatform();
    }

    /** Five steps, a wrong one first; answers the address of the organiser's board. */
    private String planned() {
        try (Person organiser = new Person(browser, DESKTOP, true)) {
            organiser.signIn("organiser@demo.terrace", "/organiser/campaigns/new");
            organiser.type("title", TITLE);
            organiser.type("titleEn", "New rice of the Hani: we come to help");
            organiser.type("slug", "hani");
            organiser.type("starts", first.atStartOfDay().toString());
            organiser.type("ends", first.plusDays(2).atStartOfDay().toString());
            organiser.press("保存草稿并继续");
            assertThat(organiser.text()).contains("已有别的活动使用");
            assertThat(organiser.barriers()).isEmpty();
            organiser.type("slug", SLUG);
            organiser.press("保存草稿并继续");
            organiser.type("goalJin", Integer.toString(GOAL_JIN));
            organiser.type("households", "12");
            organiser.press("保存并继续");
            organiser.press("保存并继续");
            organiser.type("discount", "5");
            organiser.type("origins", "红河县");
            organiser.type("cap", "10");
            organiser.type("pledge", "5");
            organiser.press("保存并继续");
            organiser.type("story", "梯田里的红米刚刚收完，今年雨水好，农户家里的粮仓装满了，等着大家来尝新。");
            organiser.type("storyEn", "The red rice of the terraces has just been brought in, and the barns are full.");
            organiser.press("保存并继续");
            assertThat(organiser.barriers()).isEmpty();
            organiser.press("提交检查");
            return organiser.address().replaceAll(".*(/organiser/campaigns/[^?/]*).*", "$1");
        }
    }

    private void checked() {
        try (Person operator = new Person(browser, PHONE, true)) {
            operator.signIn("operator2@demo.terrace", "/operator/campaigns");
            operator.follow("tbody a:has-text('" + TITLE + "')");
            operator.press("全部符合，开放报名");
            assertThat(operator.text()).contains("还没有勾选");
            for (Locator box : operator.find("main input[type=checkbox]").all()) {
                box.check();
            }
            operator.press("全部符合，开放报名");
            assertThat(operator.find("table:has(caption:text('待检查')) a:has-text('" + TITLE + "')")
                            .count())
                    .isZero();
        }
    }

    private void soldOutInAFlash() {
        try (Person one = new Person(browser, PHONE, true);
                Person two = new Person(browser, PHONE, false);
                Person three = new Person(browser, DESKTOP, true)) {
            buyInAFlash(one, "member20@demo.terrace");
            assertThat(one.barriers()).isEmpty();
            buyInAFlash(two, "member21@demo.terrace");
            three.signIn("member22@demo.terrace", "/flash");
            three.follow("main .p-card:has-text('已付款 " + FLASH_PIECES + "') h3 a");
            assertThat(three.text()).contains("真的卖完了");
            assertThat(three.barriers()).isEmpty();
        }
    }

    private void buyInAFlash(Person member, String name) {
        member.signIn(name, "/flash");
        member.follow("main section:has-text('正在抢购') .p-card:has-text('共 " + FLASH_PIECES + " 件') h3 a");
        member.press("放进购物车，去下单");
        pay(member);
    }

    private static void pay(Person member) {
        member.open("/checkout");
        member.press("提交订单，去银行付款");
        member.confirmAtBank();
        assertThat(member.heading()).isEqualTo("付款成功");
    }

    /** Answers the order's address. */
    private String boughtWithACoupon(String name, int pieces) {
        try (Person member = new Person(browser, DESKTOP, true)) {
            member.signIn(name, "/account/coupons");
            for (String coupon : List.of("云垄合作社店铺券", "新人券")) {
                member.find("button[aria-label='领取 " + coupon + "']").click();
                assertThat(member.text()).contains("已领取");
            }
            member.open("/campaigns/" + SLUG);
            member.follow(".p-card h3 a:has-text('" + bought + "')");
            member.type("quantity", Integer.toString(pieces));
            member.press("加入购物车");
            member.open("/checkout");
            assertThat(member.text()).contains("已抵");
            pay(member);
            return URI.create(member.find("article h3 a").first().getAttribute("href"))
                    .getPath();
        }
    }

    private void calledOff(String order) {
        try (Person member = new Person(browser, PHONE, true)) {
            member.signIn("member24@demo.terrace", order);
            member.press("取消订单并退款");
            assertThat(member.text()).contains("退款");
        }
    }

    private void told(String board) throws IOException, InterruptedException {
        try (Person organiser = new Person(browser, DESKTOP, true);
                Person operator = new Person(browser, DESKTOP, true);
                Person reader = new Person(browser, PHONE, true)) {
            organiser.signIn("organiser@demo.terrace", board);
            for (int tries = 0; tries < 40 && organiser.find("#summary").count() == 0; tries++) {
                Thread.sleep(500);
                organiser.open(board);
            }
            organiser.type("summary", "新米卖出去了，谢谢每一位帮忙的人。");
            organiser.type("summaryEn", "The new rice is sold. Thanks to everybody who helped.");
            organiser.press("公布，不再修改");
            operator.signIn("operator2@demo.terrace", "/operator/campaigns");
            operator.follow("tbody a:has-text('" + TITLE + "')");
            operator.type("reason", "明细与订单逐行核对，数字一致。");
            operator.press("标为已核查");
            reader.open("/campaigns/" + SLUG + "/report");
            assertThat(reader.text()).contains("新米卖出去了").contains("数字一致");
            assertThat(reader.barriers()).isEmpty();
            assertThat(figures.get("/campaigns/" + SLUG + "/report/pdf").body()).startsWith("%PDF".getBytes(UTF_8));
            assertThat(figures.get("/campaigns/" + SLUG + "/report/sheet").body())
                    .startsWith("PK".getBytes(UTF_8));
        }
    }

    /** One platform fetches, one is sent: both check who speaks, and add up the same figure. */
    private void toldToAPlatform() throws Exception {
        long grams = figures.jin() * 500;
        OutsidePlatform fetching = new OutsidePlatform("helping-platform", registered("helping-platform", ""));
        CampaignFigures.await(() -> fetching.grams(SLUG) == grams);
        try (OutsideMailbox mailbox = new OutsideMailbox()) {
            mailbox.trusts(registered("helping-alliance", mailbox.address()));
            OpenMarket.door(Jobs.class).run("send-facts");
            CampaignFigures.await(() -> mailbox.grams(SLUG) == grams);
            assertThat(mailbox.refused()).isZero();
            CampaignFigures.await(() -> mailbox.standing().contains("," + SLUG + ","));
        }
    }

    /** Answers the secret, which is shown once. */
    private String registered(String code, String address) {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn("operator@demo.terrace", "/operator/feeds");
            operator.type("name", "帮扶信息平台");
            operator.type("code", code);
            operator.choose("format", "CSV");
            operator.type("address", address);
            operator.press("登记");
            assertThat(operator.barriers()).isEmpty();
            return operator.find("[role=status] code").textContent().strip();
        }
    }
}
