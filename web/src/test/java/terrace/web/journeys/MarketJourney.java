package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One member buys in both: one after the other, or they empty each other's basket. */
@Execution(ExecutionMode.SAME_THREAD)
class MarketJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private final Browser browser = OpenBrowser.browser();

    @Test
    void red_rice_and_oranges_are_bought_sent_accepted_and_paid_out() {
        try (Person member = new Person(browser, DESKTOP, true);
                Person rice = new Person(browser, DESKTOP, true);
                Person oranges = new Person(browser, PHONE, true);
                Person operator = new Person(browser, DESKTOP, true);
                Person checker = new Person(browser, PHONE, true)) {
            List<String> numbers = buy(member, "member@demo.terrace");
            send(rice, "merchant@demo.terrace", numbers);
            send(oranges, "merchant2@demo.terrace", numbers);
            for (String number : numbers) {
                member.open("/orders/" + number);
                member.press("确认收货");
                assertThat(member.heading()).isEqualTo("已完成");
            }
            settle(operator, checker);
        }
    }

    @Test
    void the_shop_works_without_script() {
        try (Person member = new Person(browser, PHONE, false)) {
            List<String> numbers = buy(member, "member@demo.terrace");
            assertThat(numbers).hasSize(2);
        }
    }

    /** From the search to the paid purchase; answers the numbers of its orders. */
    static List<String> buy(Person member, String name) {
        for (String spelling : List.of("红米", "hongmi", "hm")) {
            member.open("/search?q=" + spelling);
            assertThat(member.find(".p-card h3 a").first().textContent()).contains("红米");
        }
        member.open("/merchants/honghe-coop");
        intoBasket(member);
        member.open("/merchants/anyuan-coop");
        intoBasket(member);
        assertThat(member.find("section.group"))
                .satisfies(groups -> assertThat(groups.count()).isEqualTo(2));
        member.signIn(name, "/checkout");
        assertThat(member.heading()).isEqualTo("确认订单");
        assertThat(member.barriers()).isEmpty();
        member.press("提交订单，去银行付款");
        member.confirmAtBank();
        assertThat(member.heading()).isEqualTo("付款成功");
        assertThat(member.barriers()).isEmpty();
        return member.find("article h3 a").allTextContents().stream()
                .map(text -> text.replaceAll("\\D", ""))
                .toList();
    }

    private static void intoBasket(Person member) {
        member.follow(".p-card h3 a");
        assertThat(member.text()).contains("元/斤".substring(1)).contains("库存");
        member.press("加入购物车");
        assertThat(member.address()).contains("/cart");
    }

    /** A merchant sees one of the two orders, and not the other. */
    private static void send(Person merchant, String name, List<String> numbers) {
        merchant.signIn(name, "/merchant/orders");
        List<String> own = numbers.stream()
                .filter(number -> merchant.open("/merchant/orders/" + number) == 200)
                .toList();
        assertThat(own).hasSize(1);
        merchant.open("/merchant/orders/" + own.getFirst());
        merchant.choose("courier", "SF");
        merchant.type("tracking", "12");
        merchant.press("确认已发货");
        assertThat(merchant.find("[aria-invalid=true]").count()).isEqualTo(1);
        assertThat(merchant.barriers()).isEmpty();
        merchant.type("tracking", "SF1234567890123");
        merchant.press("确认已发货");
        assertThat(merchant.heading()).isEqualTo("待收货");
    }

    /** Who drafts a run cannot approve it; the other types the sum, and once wrongly. */
    static void settle(Person operator, Person checker) {
        settle(operator, checker, "账实相符");
    }

    /** @param outcome what comparing with the bank says once its file is in */
    static void settle(Person operator, Person checker, String outcome) {
        operator.signIn("operator@demo.terrace", "/operator/settlement");
        assertThat(operator.text()).contains("红河云垄种植专业合作社");
        assertThat(operator.barriers()).isEmpty();
        operator.press("拟定结算批次");
        operator.press("核对");
        assertThat(operator.text()).contains("请另一位同事批准");
        assertThat(operator.barriers()).isEmpty();
        String run = operator.address().replaceAll(".*(/operator/runs/[^?]*).*", "$1");
        checker.signIn("operator2@demo.terrace", run);
        String sum = checker.find(".stat b").first().textContent().strip();
        checker.type("sum", "0.01");
        checker.press("批准并提交银行");
        assertThat(checker.find("[aria-invalid=true]").count()).isEqualTo(1);
        assertThat(checker.barriers()).isEmpty();
        checker.type("sum", sum);
        checker.press("批准并提交银行");
        assertThat(checker.text()).contains("付款已提交银行");
        operator.open("/operator/bank-files");
        operator.press("取回并入账");
        operator.open("/operator/balance");
        assertThat(operator.text()).contains(outcome);
        checker.open(run);
        assertThat(checker.text()).contains("见于对账文件");
    }
}
