package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** Coupons from the claim to the paid purchase, an address pasted whole, and a stranger who buys by phone. */
class CouponJourney {
    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final String BUYER = "member09@demo.terrace";

    private final Browser browser = OpenBrowser.browser();

    @Test
    void a_coupon_is_claimed_chosen_and_used_without_script() {
        try (Person buyer = new Person(browser, PHONE, false)) {
            buyer.signIn(BUYER, "/account/coupons");
            buyer.find("form:has(input[name=batch]) button").first().click();
            assertThat(buyer.text()).contains("已领取");
            buyer.open("/account/addresses/new?back=/checkout");
            buyer.type("pasted", "张三 13800000000 北京市东城区东华门大街1号");
            buyer.press("识别并填入");
            assertThat(buyer.find("#recipient").inputValue()).isEqualTo("张三");
            assertThat(buyer.find("#countyCode").inputValue()).isEqualTo("110101");
            assertThat(buyer.find("#street").inputValue()).isEqualTo("东华门大街1号");
            buyer.open("/merchants/honghe-coop");
            buyer.follow(".p-card h3 a");
            buyer.press("加入购物车");
            buyer.open("/checkout");
            assertThat(buyer.find("input[name=donate]").isChecked()).isFalse();
            String before = total(buyer);
            buyer.find("input[name=donate]").check();
            buyer.press("按所选重新计算");
            assertThat(Long.parseLong(total(buyer))).isEqualTo(Long.parseLong(before) + 100);
            assertThat(buyer.barriers()).isEmpty();
            buyer.press("提交订单，去银行付款");
            buyer.confirmAtBank();
            assertThat(buyer.heading()).isEqualTo("付款成功");
        }
    }

    @Test
    void an_operator_makes_a_batch_within_the_fund_and_stops_it() {
        try (Person operator = new Person(browser, DESKTOP, true)) {
            operator.signIn("operator@demo.terrace", "/operator/coupons/new");
            operator.type("title", "巡店券");
            operator.type("titleEn", "For a walk");
            operator.type("face", "5");
            operator.type("budget", "9999999");
            operator.press("发放");
            assertThat(operator.find("[aria-invalid=true]").count()).isPositive();
            assertThat(operator.barriers()).isEmpty();
            operator.find("#lastDay")
                    .fill(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                            .toString());
            operator.press("发放");
            assertThat(operator.text()).contains("平台资金池不够");
            operator.type("budget", "50");
            operator.press("发放");
            assertThat(operator.text()).contains("巡店券");
            operator.find("button[aria-label='停发 巡店券']").click();
            assertThat(operator.text()).contains("已停发");
        }
    }

    private static String total(Person person) {
        return person.find("input[name=total]").inputValue();
    }
}
