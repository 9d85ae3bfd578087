package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the second protocol refuses; what it does is tried by the shop's own tests. */
class CcbDeskTest {
    private static final String REDIRECT = "/CCBIS/ccbMain?MERCHANTID=1&POSID=1&BRANCHID=1&ORDERID=A1&PAYMENT=1.00"
            + "&CURCODE=01&TXCODE=520100&REMARK1=&REMARK2=&TYPE=1&GATEWAY=&CLIENTIP=&REGINFO=&PROINFO=&REFERER=&MAC=";

    private static final String FIRM =
            "MERCHANTID=1&POSID=1&BRANCHID=1&ORDERID=F1&PAYMENT=12.50&CURCODE=01" + "&TXCODE=690401&REMARK1=&REMARK2=";

    @RegisterExtension
    final OpenBank bank = new OpenBank(60);

    @Test
    void a_redirect_whose_mac_does_not_fit_opens_nothing() throws Exception {
        assertThat(bank.customer().browse(REDIRECT + "0".repeat(32), "zh").status())
                .isEqualTo(400);
        assertThat(bank.customer().book().path("sessions").asInt()).isZero();
    }

    @Test
    void an_enterprises_redirect_opens_its_page_and_only_with_a_fitting_mac() throws Exception {
        assertThat(bank.customer()
                        .browse("/CCBIS/ccbMain?" + FIRM + "&MAC=" + "0".repeat(32), "zh")
                        .status())
                .isEqualTo(400);
        String id = firm();
        assertThat(bank.customer().browse("/pay/" + id, "zh").body()).contains("经办操作员号", "¥12.50");
        for (String[] step : new String[][] {
            {"confirm", "", "NO_OPERATOR"},
            {"confirm", "01", "NOT_ENTERED"},
            {"approve", "02", "NOT_ENTERED"},
            {"enter", "x", "NO_OPERATOR"}
        }) {
            assertThat(decided(id, step[0], step[1])).as(step[0] + step[1]).endsWith("problem=" + step[2]);
        }
    }

    @Test
    void an_enterprise_pays_by_two_of_its_people_and_not_before() throws Exception {
        String id = firm();
        String page = "/pay/" + id;
        assertThat(decided(id, "enter", "01")).isEqualTo("../" + id);
        assertThat(decided(id, "enter", "03"))
                .as("what was entered first stands")
                .isEqualTo("../" + id);
        assertThat(bank.customer().browse(page, "en").body()).contains("waits for another operator", "<dd>01</dd>");
        String same = decided(id, "approve", "01");
        assertThat(bank.customer()
                        .browse("/pay/" + same.substring("../".length()), "zh")
                        .body())
                .contains("复核人不能是经办人本人");
        assertThat(decided(id, "send-back", "02")).startsWith(OpenBank.CCB.returnUrl());
        assertThat(decided(id, "approve", "02")).endsWith("problem=NOT_ENTERED");
        decided(id, "enter", "01");
        assertThat(bank.customer().book().path("entries").size())
                .as("no money yet")
                .isZero();

        assertThat(decided(id, "approve", "02"))
                .startsWith(OpenBank.CCB.returnUrl())
                .contains("ORDER_NUMBER=F1", "STATUS=4", "SIGNSTRING=");
        decided(id, "approve", "02");
        assertThat(bank.customer().book().path("entries").size()).isEqualTo(1);
        assertThat(bank.customer().book().path("entries").get(0).path("fee_fen").asLong())
                .as("0.6 % of ¥12.50, half up")
                .isEqualTo(8);
        assertThat(bank.customer().browse(page, "zh").body()).contains("付款已完成");
    }

    /** Comes by the enterprises' redirect; answers the page's id. */
    private String firm() throws Exception {
        return bank.customer()
                .browse("/CCBIS/ccbMain?" + FIRM + "&MAC=" + md5(FIRM), "zh")
                .header("Location")
                .substring("/pay/".length());
    }

    private String decided(String id, String act, String operator) throws Exception {
        return bank.customer().decide(id, act, operator).header("Location");
    }

    private static String md5(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
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
