package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayPageTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    @Test
    void the_page_says_in_chinese_what_is_paid_to_whom_and_that_it_is_a_sandbox() throws Exception {
        String session = bank.customer().open("p1", 123_450).text("id");
        Customer.Heard page = bank.customer().browse("/pay/" + session, "zh-CN,zh;q=0.9,en;q=0.8");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"zh-CN\"", "不会产生真实扣款", "梯田 Terrace", "¥1,234.50", "确认付款")
                .contains("红河红米 &lt;2.5 kg&gt;")
                .containsOnlyOnce("<h1>");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self' http://shop.example");
    }

    @Test
    void the_page_speaks_english_when_the_browser_or_the_address_asks_for_it() throws Exception {
        String session = bank.customer().open("p1", 1250).text("id");

        assertThat(bank.customer().browse("/pay/" + session, "en-GB,en;q=0.9").body())
                .contains("lang=\"en\"", "no real money is taken");
        assertThat(bank.customer().browse("/pay/" + session + "?lang=en", "zh").body())
                .contains("Confirm your payment");
        assertThat(bank.customer().browse("/pay/" + session + "?lang=zh", "en").body())
                .contains("确认付款");
    }

    @Test
    void each_decision_leads_back_to_the_shop() throws Exception {
        String session = bank.customer().open("p1", 1250).text("id");

        assertThat(bank.customer().decide(session, "cancel").header("Location")).isEqualTo("http://shop.example/back");
        assertThat(bank.customer().decide(session, "decline").header("Location"))
                .isEqualTo("http://shop.example/back");
        assertThat(bank.customer().browse("/pay/" + session, "en").body()).contains("role=\"status\" >");
        Customer.Heard confirmed = bank.customer().decide(session, "confirm");
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(confirmed.header("Location")).isEqualTo("http://shop.example/done?session=" + session);
        assertThat(bank.customer().browse("/pay/" + session, "en").body()).contains("<h1>Paid</h1>");
    }

    @Test
    void an_expired_and_an_unknown_payment_say_so() throws Exception {
        String session = bank.customer().open("p1", 1250).text("id");
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":90000}");

        Customer.Heard expired = bank.customer().browse("/pay/" + session, "zh");
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body()).contains("付款已过期").doesNotContain("<form");
        assertThat(bank.customer().browse("/pay/cs_none", "zh").status()).isEqualTo(404);
    }
}
