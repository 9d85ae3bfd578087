package terrace.web.settling;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import terrace.orders.statements.Part;
import terrace.orders.statements.Statement;
import terrace.orders.statements.StatementLine;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** A statement as a spreadsheet: the sum on one sheet, every line on the other, sums as numbers in yuan. */
@Singleton
class StatementSheet {
    private static final int FEN_DIGITS = 2;
    private static final int WIDE = 22;
    private static final String YUAN = "#,##0.00";
    private static final String TEXT = "@";

    private final Words words;
    private final Sights sights;

    StatementSheet(Words words, Sights sights) {
        this.words = words;
        this.sights = sights;
    }

    void write(Language language, String merchant, Statement statement, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            sum(workbook.newWorksheet(words.say(language, "settling.sheet.sum")), language, merchant, statement);
            lines(workbook.newWorksheet(words.say(language, "settling.sheet.lines")), language, statement);
        }
    }

    private void sum(Worksheet sheet, Language language, String merchant, Statement statement) {
        sheet.width(0, 2 * WIDE);
        sheet.width(1, WIDE);
        text(sheet, 0, 0, merchant);
        text(sheet, 1, 0, statement.period().from() + " – " + statement.period().to());
        int at = row(sheet, 3, words.say(language, "settling.month.opening"), statement.openingFen());
        for (Part part : statement.totals().keySet()) {
            if (part.counts()) {
                at = row(sheet, at, name(language, part), statement.totals().getOrDefault(part, 0L));
            }
        }
        at = row(sheet, at, words.say(language, "settling.month.closing"), statement.closingFen());
        at++;
        for (Part part : statement.totals().keySet()) {
            if (!part.counts()) {
                at = row(sheet, at, name(language, part), statement.totals().getOrDefault(part, 0L));
            }
        }
    }

    private void lines(Worksheet sheet, Language language, Statement statement) {
        text(sheet, 0, 0, words.say(language, "settling.month.at"));
        text(sheet, 0, 1, words.say(language, "settling.month.what"));
        text(sheet, 0, 2, words.say(language, "settling.month.order"));
        int first = 3;
        int last = first;
        for (Part part : Part.values()) {
            text(sheet, 0, last++, name(language, part));
        }
        text(sheet, 0, last, words.say(language, "settling.month.net"));
        sheet.freezePane(first, 1);
        int at = 1;
        for (StatementLine line : statement.lines()) {
            text(sheet, at, 0, sights.time(line.at()));
            text(sheet, at, 1, words.say(language, MonthPages.word(line.kind())));
            text(sheet, at, 2, line.orderNumber() == null ? "" : line.orderNumber());
            int column = first;
            for (Part part : Part.values()) {
                yuan(sheet, at, column++, part.of(line));
            }
            yuan(sheet, at, last, line.netFen());
            at++;
        }
        for (int column = 0; column <= last; column++) {
            sheet.width(column, WIDE);
        }
    }

    private String name(Language language, Part part) {
        return words.say(language, "settling.part." + part.name());
    }

    private static int row(Worksheet sheet, int at, String what, long fen) {
        text(sheet, at, 0, what);
        yuan(sheet, at, 1, fen);
        return at + 1;
    }

    /** What begins with = or @ is a word like any other. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).format(TEXT).set();
    }

    private static void yuan(Worksheet sheet, int row, int column, long fen) {
        sheet.value(row, column, BigDecimal.valueOf(fen, FEN_DIGITS));
        sheet.style(row, column).format(YUAN).set();
    }
}
