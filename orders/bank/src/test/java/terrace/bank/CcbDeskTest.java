package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the second protocol refuses; what it does is tried by the shop's own tests. */
class CcbDeskTest {
    private static final String REDIRECT = "/CCBIS/ccbMain?MERCHANTID=1&POSID=1&BRANCHID=1&ORDERID=A1&PAYMENT=1.00"
            + "&CURCODE=01&TXCODE=520100&REMARK1=&REMARK2=&TYPE=1&GATEWAY=&CLIENTIP=&REGINFO=&PROINFO=&REFERER=&MAC=";

    @RegisterExtension
    final OpenBank bank = new OpenBank();

    @Test
    void a_redirect_whose_mac_does_not_fit_opens_nothing() throws Exception {
        assertThat(bank.customer().browse(REDIRECT + "0".repeat(32), "zh").status())
                .isEqualTo(400);
        assertThat(bank.customer().book().path("sessions").asInt()).isZero();
    }

    @Test
    void a_market_order_nobody_signed_is_refused() throws Exception {
        assertThat(bank.customer().postJson("/hsb/order", "{}").status()).isEqualTo(401);
        assertThat(bank.customer().postJson("/hsb/refund", "{}").status()).isEqualTo(401);
    }

    @Test
    void a_question_needs_the_password() throws Exception {
        assertThat(bank.customer()
                        .browse("/CCBIS/ccbMain?TXCODE=410408&QUPWD=guess&ORDERID=A1", "zh")
                        .status())
                .isEqualTo(401);
    }
}
