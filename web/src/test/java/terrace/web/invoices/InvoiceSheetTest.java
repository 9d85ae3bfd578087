package terrace.web.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import terrace.web.pdf.Paper;

/** The sheet of an invoice can be read and searched: its Chinese is text, not a picture. */
class InvoiceSheetTest {
    private static final int BYTES_MAX = 300_000;

    private final ResourceBundle words = ResourceBundle.getBundle("i18n.invoices", Locale.ROOT);

    @Test
    void chinese_words_and_sums_come_out_as_they_went_in() throws IOException {
        InvoiceSight invoice = new InvoiceSight(
                new UUID(0, 1),
                "2611200000000001",
                "SPECIAL",
                "梯田示范食堂",
                "91110101MA00000001",
                "2026-11-20",
                "25000000000000000001",
                "2026-11-21",
                List.of(
                        new InvoiceSight.Line("哈尼红米 5 斤袋装", 1, "免税", 8_100, 0),
                        new InvoiceSight.Line("运费", 1, "9 %", 800, 66)),
                8_900,
                66);
        byte[] file = Paper.write(paper -> InvoiceSheet.write(paper, invoice, "红河县梯田合作社", words::getString));
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("数电发票信息单", "红河县梯田合作社", "梯田示范食堂", "91110101MA00000001")
                    .contains("增值税专用发票", "哈尼红米 5 斤袋装", "25000000000000000001", "¥89.00", "免税", "7.34");
        }
        assertThat(file.length).isLessThan(BYTES_MAX);
    }
}
