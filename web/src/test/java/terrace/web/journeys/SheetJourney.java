package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Forty goods by one sheet, three rows of it bad, from a phone without script. */
class SheetJourney {
    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final int GOODS = 40;
    private static final int BAD = 3;
    private static final int LOOKS_MAX = 60;
    private static final String HEADINGS = "商品编号,商品名称,分类,产地县,规格,价格（元）,净重（克）,库存,保质期（天）,储存,易腐,增值税\r\n";

    private final Browser browser = OpenBrowser.browser();

    @Test
    void good_rows_are_taken_bad_ones_mended_and_an_operator_puts_them_on_sale() {
        try (Person merchant = new Person(browser, PHONE, false);
                Person operator = new Person(browser, DESKTOP, true)) {
            merchant.signIn("merchant@demo.terrace", "/merchant/sheets");
            handIn(merchant, sheet("LT", "旅途小米", GOODS, BAD));
            assertThat(merchant.text()).contains("共 40 行：37 行可以导入，3 行需要修改。", "免费");
            merchant.press("只导入合格的 37 行");
            awaitDone(merchant);
            merchant.open("/merchant/sheets");
            handIn(merchant, sheet("LT", "旅途小米", GOODS, 0));
            merchant.press("导入全部 40 行");
            awaitDone(merchant);

            operator.signIn("operator@demo.terrace", "/operator/listings");
            operator.follow("text=旅途小米 00 号");
            assertThat(operator.barriers()).isEmpty();
            operator.press("通过");
            merchant.open("/merchant/listings?state=ON_SALE");
            assertThat(merchant.text()).contains("旅途小米 00 号");
        }
    }

    static void handIn(Person merchant, String sheet) {
        merchant.find("#file")
                .setInputFiles(
                        new FilePayload("goods.csv", "text/csv", ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_8)));
        merchant.press("核对");
    }

    static String sheet(String code, String title, int to, int bad) {
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int row = 0; row < to; row++) {
            rows.append("%s-%02d,%s %02d 号,grain-oil,云南 红河县,5斤,%s,2500,20,365,常温,否,自产免税\r\n"
                    .formatted(code, row, title, row, row >= to - bad ? "免费" : "39.90"));
        }
        return rows.toString();
    }

    /** The page says itself when to look again; so does this. */
    static void awaitDone(Person merchant) {
        for (int look = 0; look < LOOKS_MAX && !merchant.text().contains("已处理完"); look++) {
            pause();
            merchant.open(merchant.address().replaceFirst("^https?://[^/]+", ""));
        }
        assertThat(merchant.text()).contains("已处理完");
    }

    static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
