package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From a form on a phone to an open shop. */
class WayInJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final String NAME = "旅途红米合作社";
    private static final Map<String, String> ANSWERS = Map.of(
            "licence", "93532529MA6K000000",
            "person", "演示",
            "id-number", "532529180001010064",
            "phone", "13800000000",
            "village", "迤萨镇演示村 2 号",
            "goods", "红米",
            "households", "45",
            "bank-name", "演示银行",
            "bank-holder", NAME,
            "bank-account", "0000 1234 5678 901");

    private final Browser browser = OpenBrowser.browser();

    @Test
    void a_cooperative_applies_mends_is_endorsed_approved_and_opens() throws IOException {
        try (Person applicant = new Person(browser, PHONE, false);
                Person county = new Person(browser, PHONE, true);
                Person operator = new Person(browser, DESKTOP, true);
                Person colleague = new Person(browser, DESKTOP, true)) {
            apply(applicant);
            endorse(county, NAME);

            operator.signIn("operator@demo.terrace", "/operator/applications");
            operator.follow("text=" + NAME);
            assertThat(operator.barriers()).isEmpty();
            operator.find("form[action$='/return'] summary").click();
            operator.type("reason-goods", "请写明品种");
            operator.press("退回");

            applicant.open("/merchant/application");
            assertThat(applicant.text()).contains("请写明品种");
            applicant.type("goods", "哈尼红米");
            applicant.press("提交申请");
            assertThat(applicant.heading()).isEqualTo("县里已推荐");

            approve(operator, "operator@demo.terrace", NAME);
            approve(colleague, "operator2@demo.terrace", NAME);
            sign(applicant);
        }
    }

    /** The number ends in 0064 and is nowhere shown in full. */
    static void endorse(Person county, String shop) {
        county.signIn("endorser@demo.terrace", "/endorser/applications");
        county.follow("text=" + shop);
        assertThat(county.barriers()).isEmpty();
        assertThat(county.text()).doesNotContain("532529180001010064").contains("0064");
        county.find("[name=known]").check();
        county.press("推荐给平台");
    }

    private static void apply(Person applicant) throws IOException {
        applicant.signIn("member@demo.terrace", "/merchant/application");
        applicant.find("[name=kind][value=COOPERATIVE]").check();
        applicant.press("显示要填的内容");
        applicant.choose("province", "53");
        applicant.type("name", NAME);
        applicant.press("显示县");
        applicant.choose("county", "532529");
        ANSWERS.forEach(applicant::type);
        applicant.press("提交申请");
        assertThat(applicant.text()).contains("请交：营业执照").contains("校验位不对");
        assertThat(applicant.overflows()).isFalse();
        for (String paper : List.of("ID_FRONT", "ID_BACK", "BUSINESS_LICENCE", "BANK_PROOF")) {
            applicant.open("/merchant/application/papers");
            applicant.choose("kind", paper);
            applicant.find("#file").setInputFiles(new FilePayload("../照片.jpg", "image/jpeg", photo()));
            applicant.press("上传");
        }
        applicant.open("/merchant/application");
        assertThat(applicant.text()).contains("都齐了");
        applicant.press("提交申请");
        assertThat(applicant.heading()).isEqualTo("申请已提交");
    }

    /** One in ten needs both; the second finds it done otherwise. */
    static void approve(Person operator, String name, String shop) {
        operator.signIn(name, "/operator/applications");
        if (operator.find("td a:text-is('" + shop + "')").count() == 0) {
            return;
        }
        operator.follow("td a:text-is('" + shop + "')");
        operator.press("审核通过");
        assertThat(operator.find(".err-sum").count()).isEqualTo(1);
        operator.find("#checklist input").all().forEach(box -> box.check());
        operator.find("[name=unrelated]").check();
        operator.press("审核通过");
        assertThat(operator.find(".notice").count()).isEqualTo(1);
    }

    private static void sign(Person applicant) {
        applicant.open("/merchant/application");
        applicant.follow("a[href$='/agreement']");
        applicant.press("签署并开店");
        assertThat(applicant.find(".err-sum").count()).isEqualTo(1);
        applicant.find("[name=agreed]").check();
        applicant.press("签署并开店");
        assertThat(applicant.heading()).isEqualTo("店已开张");
    }

    static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
