package terrace.web.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets of A4, written from the top: titles, pairs of words and sums, tables that go on over the page. */
public final class Paper implements AutoCloseable {
    private static final float MARGIN = 42;
    private static final float BODY = 9;
    private static final float TITLE = 15;
    private static final float LEADING = 1.6f;
    private static final float GAP = 6;
    private static final float THIN = 0.4f;

    private final PDDocument document = new PDDocument();
    private final Typeface face;
    private PDPageContentStream ink;
    private float top;

    private Paper() throws IOException {
        face = Typeface.of(document);
        ink = sheet();
    }

    /** What is written goes to the file as a whole. */
    public interface Writing {
        void on(Paper paper);
    }

    /** A column of a table: how many parts of the width it has, and whether it holds figures. */
    public record Column(String heading, int parts, boolean right) {}

    public static byte[] write(Writing writing) {
        try (Paper paper = new Paper()) {
            writing.on(paper);
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void title(String text) {
        row(TITLE, List.of(new Column("", 1, false)), List.of(text));
        top -= GAP;
    }

    public void line(String text) {
        row(BODY, List.of(new Column("", 1, false)), List.of(text));
    }

    public void space() {
        top -= 2 * GAP;
    }

    /** A word on the left, a sum on the right. */
    public void pair(String left, String right) {
        row(BODY, List.of(new Column("", 3, false), new Column("", 1, true)), List.of(left, right));
    }

    /** A thin line over the width, such as above a total. */
    public void rule() {
        try {
            ink.setLineWidth(THIN);
            ink.moveTo(MARGIN, top + GAP / 2);
            ink.lineTo(PDRectangle.A4.getWidth() - MARGIN, top + GAP / 2);
            ink.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table; its headings stand again on each sheet. */
    public void table(List<Column> columns, List<List<String>> rows) {
        List<String> headings = columns.stream().map(Column::heading).toList();
        row(BODY, columns, headings);
        rule();
        for (List<String> cells : rows) {
            if (full()) {
                turn();
                row(BODY, columns, headings);
                rule();
            }
            row(BODY, columns, cells);
        }
    }

    private void row(float size, List<Column> columns, List<String> cells) {
        if (full()) {
            turn();
        }
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        int parts = columns.stream().mapToInt(Column::parts).sum();
        top -= size * LEADING;
        float left = MARGIN;
        try {
            for (int at = 0; at < columns.size(); at++) {
                Column column = columns.get(at);
                float width = room * column.parts() / parts;
                String text = face.fitted(cells.get(at), size, width - GAP);
                float start = column.right() ? left + width - GAP / 2 - face.width(text, size) : left;
                ink.beginText();
                ink.setFont(face.font(), size);
                ink.newLineAtOffset(start, top);
                ink.showText(text);
                ink.endText();
                left += width;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean full() {
        return top - TITLE * LEADING < MARGIN;
    }

    private void turn() {
        try {
            ink.close();
            ink = sheet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream sheet() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        top = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private byte[] bytes() throws IOException {
        ink.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        ink.close();
        document.close();
    }
}
