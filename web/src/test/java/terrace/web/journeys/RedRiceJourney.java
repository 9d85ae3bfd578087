package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

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
    private static final int TRIES_MAX = 60;

    private final Browser browser = OpenBrowser.browser();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalDate first = LocalDate.ofInstant(OpenMarket.now(), ZONE).plusDays(2);

    @AfterEach
    void clocks_go_right_again() {
        OpenMarket.clockRight();
    }

    @Test
    void a_campaign_is_planned_checked_joined_run_and_told_and_its_number_adds_up() throws Exception {
        String board = planned();
        checked();
        joined(board);
        OpenMarket.clockTo(first.atTime(10, 1).atZone(ZONE).toInstant());
        soldOutInAFlash();
        await(() -> jin() >= FLASH_PIECES);
        long flash = jin();
        String order = boughtWithACoupon();
        await(() -> jin() >= GOAL_JIN && page().contains("已达成"));
        calledOff(order);
        await(() -> jin() == flash);
        OpenMarket.clockTo(first.plusDays(3).atStartOfDay(ZONE).toInstant());
        told(board);
        assertThat(fromTheFile("/campaigns/" + SLUG + "/facts.csv")).isEqualTo(jin() * 500);
        assertThat(fromTheFile("/campaigns/" + SLUG + "/report/facts.csv")).isEqualTo(jin() * 500);
        fetchedByAPlatform();
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

    /** One merchant joins with two of its goods, one of them for a flash session; the other is not of the place. */
    private void joined(String board) {
        try (Person rice = new Person(browser, PHONE, true);
                Person oranges = new Person(browser, DESKTOP, true);
                Person organiser = new Person(browser, DESKTOP, true)) {
            rice.signIn("merchant@demo.terrace", "/merchant/enrolments");
            rice.follow("section:has-text('" + TITLE + "') p.actions a");
            String goods = rice.address();
            join(rice, goods, false);
            join(rice, goods, true);
            assertThat(rice.text()).contains("等审核");
            oranges.signIn("merchant2@demo.terrace", "/merchant/enrolments");
            oranges.follow("section:has-text('" + TITLE + "') p.actions a");
            assertThat(oranges.text()).contains("产地不在活动范围");
            assertThat(oranges.find("main p.actions a").count()).isZero();
            assertThat(oranges.barriers()).isEmpty();
            organiser.signIn("organiser@demo.terrace", board + "/enrolments");
            for (Locator box : organiser.find("main input[name^=pick-]").all()) {
                box.check();
            }
            organiser.press("通过选中的");
            organiser.choose(
                    "session",
                    organiser.find("#session option:has-text('10:00')").first().getAttribute("value"));
            organiser.type("pieces", Integer.toString(FLASH_PIECES));
            organiser.press("放进场次");
            assertThat(organiser.text()).contains("已付款 0");
            assertThat(organiser.barriers()).isEmpty();
        }
    }

    private static void join(Person merchant, String goods, boolean flash) {
        merchant.reload(goods);
        merchant.follow("article:has-text('可以报名') p.actions a");
        merchant.press("签名并报名");
        assertThat(merchant.find("[aria-invalid=true], .error").count()).isPositive();
        assertThat(merchant.barriers()).isEmpty();
        Locator sku = merchant.find("fieldset.card:not(:has-text('可备货 0 件'))").first();
        sku.locator("input[name^=pick-]").check();
        Matcher most = Pattern.compile("最高 ¥([0-9.]+)").matcher(sku.textContent());
        assertThat(most.find()).isTrue();
        sku.locator("input[name^=price-]").fill(most.group(1));
        sku.locator("input[name^=pledge-]").fill("6");
        if (flash) {
            merchant.find("input[name=flash]").check();
        }
        merchant.find("input[name=agree]").check();
        merchant.type("name", "店长");
        merchant.press("签名并报名");
        assertThat(merchant.text()).contains("已签名报名");
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
        member.follow("button.confirm");
        assertThat(member.heading()).isEqualTo("付款成功");
    }

    /** Answers the order's address. */
    private String boughtWithACoupon() {
        try (Person member = new Person(browser, DESKTOP, true)) {
            member.signIn("member24@demo.terrace", "/account/coupons");
            member.find("form:has(input[name=batch]) button").first().click();
            assertThat(member.text()).contains("已领取");
            member.open("/campaigns/" + SLUG);
            member.follow(".p-card h3 a");
            member.type("quantity", "4");
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
            assertThat(get("/campaigns/" + SLUG + "/report/pdf").body()).startsWith("%PDF".getBytes(UTF_8));
            assertThat(get("/campaigns/" + SLUG + "/report/sheet").body()).startsWith("PK".getBytes(UTF_8));
        }
    }

    /** An outside platform asks for what it has not got, and checks who answers. */
    private void fetchedByAPlatform() throws IOException, InterruptedException {
        String secret;
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn("operator@demo.terrace", "/operator/feeds");
            operator.type("name", "帮扶信息平台");
            operator.type("code", "helping-platform");
            operator.press("登记");
            secret = operator.find("[role=status] code").textContent().strip();
            assertThat(operator.barriers()).isEmpty();
        }
        byte[] answer = new OutsidePlatform("helping-platform", secret).verified("/feeds/v1/facts?after=0");
        assertThat(new String(answer, UTF_8)).contains("\"facts\"");
    }

    /** What a reader adds up, in grams. */
    private long fromTheFile(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .mapToLong(cells -> Long.parseLong(cells[3]) * (cells[1].equals("RETURNED") ? -1 : 1))
                .sum();
    }

    /** Figures are some seconds old, and events take a moment. */
    private static void await(Callable<Boolean> reached) throws Exception {
        for (int tries = 0; tries < TRIES_MAX && !reached.call(); tries++) {
            Thread.sleep(500);
        }
        assertThat(reached.call()).isTrue();
    }

    private long jin() throws IOException, InterruptedException {
        Matcher figure =
                Pattern.compile("<b class=\"figure num\">([0-9,]+)</b>").matcher(page());
        assertThat(figure.find()).isTrue();
        return Long.parseLong(figure.group(1).replace(",", ""));
    }

    private String page() throws IOException, InterruptedException {
        return new String(get("/campaigns/" + SLUG).body(), UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(OpenMarket.address() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
