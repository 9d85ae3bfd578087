package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/**
 * Money from the till to the closed day: three merchants, two coupons, a gift, a payout, a spoiled line after it, and
 * a bank that forgets a line in its file. It moves the clock, so it walks alone.
 */
@Isolated
class MoneyJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BUYER = "member31@demo.terrace";
    private static final String OPERATOR = "operator@demo.terrace";
    private static final String RICE = "merchant@demo.terrace";
    private static final String ORANGES = "merchant2@demo.terrace";
    private static final String THIRD = "third-shop@demo.terrace";
    private static final String THIRD_SHOP = "yuanyang-coop";
    private static final int TRIES_MAX = 60;

    private final Browser browser = OpenBrowser.browser();
    private final LocalDate day = LocalDate.ofInstant(OpenMarket.now(), ZONE);
    private final EndOfDay close = new EndOfDay(browser, day);

    @AfterEach
    void clocks_go_right_again() {
        OpenMarket.clockRight();
    }

    @Test
    void a_purchase_is_paid_out_partly_refunded_and_its_day_closed() throws Exception {
        staffed();
        Bought bought = bought();
        close.misprint();
        String oranges = sent(bought.numbers());
        accepted(bought.numbers());
        try (Person operator = new Person(browser, DESKTOP, true);
                Person checker = new Person(browser, PHONE, true)) {
            // the newest charge is in no file, nor what the bank has kept of it
            MarketJourney.settle(operator, checker, "对账文件还没列出的手续费");
        }
        OpenMarket.clockTo(day.plusDays(1).atTime(9, 0).atZone(ZONE).toInstant());
        String claim = claimed(oranges);
        granted(claim);
        refunded(oranges, claim);
        owed();
        OpenMarket.clockTo(day.plusDays(3).atTime(10, 0).atZone(ZONE).toInstant());
        String difference = close.found(bought.total());
        close.writtenOff(difference);
        close.closed();
        close.corrected(difference);
    }

    private record Bought(List<String> numbers, String total) {}

    /** Of the third merchant nobody signs in otherwise. */
    private static void staffed() {
        UUID shop = OpenMarket.door(Merchants.class)
                .byCode(THIRD_SHOP)
                .orElseThrow()
                .id();
        if (OpenMarket.door(Accounts.class).create(THIRD, OpenMarket.PASSWORD, "店长", Set.of(Role.MERCHANT))
                instanceof Registration.Registered(var account)) {
            OpenMarket.door(Staff.class).join(shop, account.id(), StaffRole.OWNER);
        }
    }

    private Bought bought() {
        try (Person buyer = new Person(browser, DESKTOP, true)) {
            buyer.signIn(BUYER, "/account/coupons");
            for (String coupon : List.of("云垄合作社店铺券", "新人券")) {
                buyer.find("button[aria-label='领取 " + coupon + "']").click();
                assertThat(buyer.text()).contains("已领取");
            }
            keepsNobodyOut(buyer);
            for (String shop : List.of("honghe-coop", "anyuan-coop", THIRD_SHOP)) {
                buyer.open("/merchants/" + shop);
                buyer.follow(".p-card h3 a");
                buyer.type("quantity", "3");
                buyer.press("加入购物车");
            }
            assertThat(buyer.find("section.group").count()).isEqualTo(3);
            keepsNobodyOut(buyer);
            buyer.open("/checkout");
            buyer.find("input[name=donate]").check();
            buyer.press("按所选重新计算");
            assertThat(buyer.find("main .why:has-text('已抵')").count()).isEqualTo(2);
            assertThat(buyer.find("aside .sum:has-text('顺手捐')").count()).isEqualTo(1);
            keepsNobodyOut(buyer);
            buyer.open("/en/checkout");
            keepsNobodyOut(buyer);
            buyer.open("/checkout");
            buyer.find("input[name=donate]").check();
            buyer.press("按所选重新计算");
            buyer.press("提交订单，去银行付款");
            buyer.confirmAtBank();
            assertThat(buyer.heading()).isEqualTo("付款成功");
            keepsNobodyOut(buyer);
            List<String> numbers = buyer.find("article h3 a").allTextContents().stream()
                    .map(text -> text.replaceAll("\\D", ""))
                    .toList();
            assertThat(numbers).hasSize(3);
            return new Bought(
                    numbers, buyer.find(".result b.price").textContent().strip());
        }
    }

    /** Answers the number of the order that went by the merchant of oranges. */
    private String sent(List<String> numbers) {
        send(RICE, numbers);
        send(THIRD, numbers);
        return send(ORANGES, numbers);
    }

    private String send(String name, List<String> numbers) {
        try (Person merchant = new Person(browser, PHONE, true)) {
            merchant.signIn(name, "/merchant/orders");
            if (name.equals(RICE)) {
                keepsNobodyOut(merchant);
            }
            List<String> own = numbers.stream()
                    .filter(number -> merchant.open("/merchant/orders/" + number) == 200)
                    .toList();
            assertThat(own).hasSize(1);
            merchant.open("/merchant/orders/" + own.getFirst());
            if (name.equals(RICE)) {
                keepsNobodyOut(merchant);
            }
            merchant.choose("courier", "SF");
            merchant.type("tracking", "SF2" + own.getFirst().substring(4));
            merchant.press("确认已发货");
            assertThat(merchant.heading()).isEqualTo("待收货");
            return own.getFirst();
        }
    }

    private void accepted(List<String> numbers) {
        try (Person buyer = new Person(browser, PHONE, true)) {
            buyer.signIn(BUYER, "/account/orders");
            for (String number : numbers) {
                buyer.open("/orders/" + number);
                buyer.press("确认收货");
                assertThat(buyer.heading()).isEqualTo("已完成");
            }
            keepsNobodyOut(buyer);
        }
    }

    /** A third of the oranges is spoiled; without a photo nobody can tell. Answers the claim's number. */
    private String claimed(String order) throws IOException {
        try (Person buyer = new Person(browser, PHONE, true)) {
            buyer.signIn(BUYER, "/orders/" + order + "/claims");
            keepsNobodyOut(buyer);
            buyer.follow("main a[aria-label^='坏果、变质']");
            buyer.choose("spoiled", "UP_TO_A_THIRD");
            buyer.type("words", "开箱就有几个已经烂了，旁边的也沾上了。");
            buyer.press("提交售后申请");
            assertThat(buyer.text()).contains("请至少附一张照片");
            keepsNobodyOut(buyer);
            buyer.find("#photos").setInputFiles(new FilePayload("坏果.jpg", "image/jpeg", WayInJourney.photo()));
            buyer.press("提交售后申请");
            assertThat(buyer.text()).contains("等商家答复");
            keepsNobodyOut(buyer);
            return buyer.address().replaceAll(".*/account/claims/([0-9]+).*", "$1");
        }
    }

    private void granted(String claim) {
        try (Person merchant = new Person(browser, PHONE, true)) {
            merchant.signIn(ORANGES, "/merchant/claims");
            keepsNobodyOut(merchant);
            merchant.follow("main li:has-text('" + claim + "') h2 a");
            keepsNobodyOut(merchant);
            merchant.open("/en/merchant/claims/" + claim);
            keepsNobodyOut(merchant);
            merchant.open("/merchant/claims/" + claim);
            merchant.press("同意退款");
            assertThat(merchant.text()).contains("已退款");
            // paid out yesterday: the refund is what the merchant owes now
            merchant.open("/merchant/statement");
            assertThat(merchant.find(".stat:has-text('欠款')").count()).isEqualTo(1);
            keepsNobodyOut(merchant);
        }
    }

    private void refunded(String order, String claim) throws InterruptedException {
        try (Person buyer = new Person(browser, PHONE, true)) {
            buyer.signIn(BUYER, "/account/claims/" + claim);
            assertThat(buyer.text()).contains("已退款");
            keepsNobodyOut(buyer);
            // at once instead of within the third of a minute
            OpenMarket.door(Jobs.class).run("send-refunds");
            buyer.open("/orders/" + order);
            for (int tries = 0; tries < TRIES_MAX && !buyer.text().contains("已退回"); tries++) {
                Thread.sleep(500);
                buyer.open("/orders/" + order);
            }
            assertThat(buyer.text()).contains("售后退款").contains("已退回");
            keepsNobodyOut(buyer);
        }
    }

    private void owed() {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn(OPERATOR, "/operator/settlement");
            assertThat(operator.find("table:has-text('商户欠款')").textContent()).contains("安远橙垄果业专业合作社");
            keepsNobodyOut(operator);
        }
    }

    static void keepsNobodyOut(Person person) {
        assertThat(person.barriers()).as(person.address()).isEmpty();
    }
}
