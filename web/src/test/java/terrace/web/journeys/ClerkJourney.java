package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A clerk with a phone does everything for a household that agreed, from the form to a parcel. */
class ClerkJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int OK = 200;
    private static final int LOOKS_MAX = 120;
    private static final String NAME = "旅途农户家的核桃";
    private static final String CONTACT = "household@demo.terrace";
    private static final String GOODS = "旅途核桃";
    /** Each letter by its own words: a busy site sends the second one later than the clerk looks. */
    private static final Pattern CODE_TO_ACT = Pattern.compile("为您代办.*?验证码 (\\d{6})");

    private static final Pattern CODE_TO_SIGN = Pattern.compile("确认签署商户协议.*?验证码 (\\d{6})");
    private static final Map<String, String> ANSWERS = Map.of(
            "person", "演示",
            "id-number", "532529180001010064",
            "phone", "13800000000",
            "village", "迤萨镇演示村 3 号",
            "goods", "核桃",
            "bank-name", "演示银行",
            "bank-holder", "演示",
            "bank-account", "0000 1234 5678 902");

    private final Browser browser = OpenBrowser.browser();

    @Test
    void a_clerk_does_everything_for_a_household_until_an_operator_suspends_it() throws IOException {
        try (Person clerk = new Person(browser, PHONE, false);
                Person county = new Person(browser, PHONE, true);
                Person operator = new Person(browser, DESKTOP, true);
                Person colleague = new Person(browser, DESKTOP, true)) {
            begin(clerk);
            apply(clerk);
            WayInJourney.endorse(county, NAME);
            WayInJourney.approve(operator, "operator@demo.terrace", NAME);
            WayInJourney.approve(colleague, "operator2@demo.terrace", NAME);
            sign(clerk);
            list(clerk, operator);
            sell(clerk);
            suspend(operator, clerk);
        }
    }

    private static void begin(Person clerk) {
        clerk.signIn("clerk@demo.terrace", "/clerk");
        clerk.type("name", "旅途农户");
        clerk.type("contact", CONTACT);
        clerk.press("发验证码");
        assertThat(clerk.find(".err-sum").count()).isEqualTo(1);
        clerk.find("[name=unrelated]").check();
        clerk.press("发验证码");
        String code = code(clerk, CODE_TO_ACT);
        clerk.open("/clerk");
        clerk.find("input[name=code]").first().fill(code);
        clerk.press("确认");
        clerk.find("form[action$='/acting'] button[aria-label*='旅途农户']").click();
        assertThat(clerk.text()).contains("正在为 旅途农户 代办");
    }

    private static void apply(Person clerk) throws IOException {
        clerk.open("/merchant/application");
        clerk.find("[name=kind][value=HOUSEHOLD]").check();
        clerk.press("显示要填的内容");
        clerk.choose("province", "53");
        clerk.type("name", NAME);
        clerk.press("显示县");
        clerk.choose("county", "532529");
        ANSWERS.forEach(clerk::type);
        clerk.press("提交申请");
        for (String paper : List.of("ID_FRONT", "ID_BACK", "HOUSEHOLD_PROOF")) {
            clerk.open("/merchant/application/papers");
            clerk.choose("kind", paper);
            clerk.find("#file").setInputFiles(new FilePayload("照片.jpg", "image/jpeg", WayInJourney.photo()));
            clerk.press("上传");
        }
        clerk.open("/merchant/application");
        clerk.press("提交申请");
        assertThat(clerk.heading()).isEqualTo("申请已提交");
        assertThat(clerk.overflows()).isFalse();
    }

    /** Not without the household's own word. */
    private static void sign(Person clerk) {
        clerk.open("/merchant/application/agreement");
        clerk.find("[name=agreed]").check();
        clerk.press("签署并开店");
        assertThat(clerk.find(".err-sum").count()).isEqualTo(1);
        clerk.press("给农户发验证码");
        String code = code(clerk, CODE_TO_SIGN);
        clerk.open("/merchant/application/agreement");
        clerk.type("code", code);
        clerk.find("[name=agreed]").check();
        clerk.press("签署并开店");
        assertThat(clerk.heading()).isEqualTo("店已开张");
    }

    private static void list(Person clerk, Person operator) {
        clerk.open("/merchant/freight/new");
        clerk.type("name", "包邮");
        clerk.choose("z0-way", "FREE");
        clerk.press("保存");
        assertThat(clerk.text()).contains("包邮");
        clerk.open("/merchant/sheets");
        assertThat(clerk.text()).contains("正在为 旅途农户 代办");
        SheetJourney.handIn(clerk, SheetJourney.sheet("HH", GOODS, 1, 0));
        clerk.press("导入全部 1 行");
        SheetJourney.awaitDone(clerk);
        operator.open("/operator/listings");
        // Other goods may wait before these.
        while (operator.find("text=" + GOODS + " 00 号").count() == 0) {
            operator.follow("a[rel=next]");
        }
        operator.follow("text=" + GOODS + " 00 号");
        operator.press("通过");
    }

    private void sell(Person clerk) {
        clerk.open("/merchant/listings?state=ON_SALE");
        String listing =
                clerk.first("/merchant/listings?state=ON_SALE", "tbody a").replace("/merchant", "");
        try (Person member = new Person(browser, PHONE, false)) {
            member.signIn("member07@demo.terrace", listing);
            member.press("加入购物车");
            member.open("/checkout");
            member.press("提交订单，去银行付款");
            member.confirmAtBank();
            assertThat(member.heading()).isEqualTo("付款成功");
        }
        clerk.open(clerk.first("/merchant/orders", "tbody a"));
        clerk.choose("courier", "SF");
        clerk.type("tracking", "SF1234567890999");
        clerk.press("确认已发货");
        assertThat(clerk.heading()).isEqualTo("待收货");
    }

    /** Goods leave the shelf, the paid order stays, and everybody of the shop reads why. */
    private void suspend(Person operator, Person clerk) {
        String listing =
                clerk.first("/merchant/listings?state=ON_SALE", "tbody a").replace("/merchant", "");
        operator.open("/operator/merchants?q=" + NAME);
        operator.follow("tbody a");
        operator.press("暂停营业并通知");
        assertThat(operator.find(".err-sum").count()).isEqualTo(1);
        operator.choose("reason", "QUALITY");
        operator.type("notice", "抽检不合格，请停售整改");
        operator.press("暂停营业并通知");
        assertThat(operator.text()).contains("抽检不合格，请停售整改");
        clerk.open("/merchant/orders?state=SHIPPED");
        assertThat(clerk.text()).contains("本店暂停营业", "抽检不合格，请停售整改");
        assertThat(clerk.find("tbody a").count()).isPositive();
        try (Person stranger = new Person(browser, PHONE, false)) {
            awaitOffShelf(stranger, listing);
        }
        clerk.follow("form[action$='/clerk/acting/end'] button");
        assertThat(clerk.open("/merchant/orders")).isEqualTo(403);
    }

    /** The event is worked off beside the page, and a page may have been kept for a moment. */
    private static void awaitOffShelf(Person stranger, String listing) {
        int status = stranger.open(listing);
        for (int look = 0; look < LOOKS_MAX && status == OK; look++) {
            SheetJourney.pause();
            status = stranger.open(listing);
        }
        assertThat(status).isNotEqualTo(OK);
    }

    /** The newest code of the captured letters, as the household passes it on. */
    private static String code(Person clerk, Pattern letter) {
        clerk.open("/demo/mail");
        Matcher code = letter.matcher(clerk.text());
        for (int look = 0; look < LOOKS_MAX && !code.find(); look++) {
            clerk.open("/demo/mail");
            code = letter.matcher(clerk.text());
        }
        code.reset();
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
