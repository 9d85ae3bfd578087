package terrace.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import terrace.web.pdf.Paper.Column;

class PaperTest {

    private static final List<Column> COLUMNS = List.of(new Column("事由", 2, false), new Column("净额", 1, true));

    @Test
    void chinese_stands_on_paper_and_can_be_read_again() throws IOException {
        byte[] file = Paper.write(paper -> {
            paper.title("红河云垄种植专业合作社 · 2026-11 结算单");
            paper.pair("商品销售", "1234.50");
            paper.line("\uE000 \u0007 is not in the typeface");
        });
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("红河云垄种植专业合作社 · 2026-11 结算单")
                    .contains("商品销售")
                    .contains("1234.50");
        }
        assertThat(file.length).isLessThan(200_000);
    }

    @Test
    void a_long_table_goes_on_over_the_page_under_its_headings() throws IOException {
        List<List<String>> rows = IntStream.range(0, 200)
                .mapToObj(number -> List.of("第 " + number + " 行，" + "写得很长很长，长到放不下的地方要截断，后面的字就看不到了。".repeat(3), "1.00"))
                .toList();
        byte[] file = Paper.write(paper -> paper.table(COLUMNS, rows));
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 6);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document))
                    .contains("事由")
                    .contains("第 199 行")
                    .contains("…");
        }
    }
}
