package terrace.web.settling;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import terrace.marketplace.money.Money;
import terrace.orders.statements.Part;
import terrace.orders.statements.Statement;
import terrace.orders.statements.StatementLine;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.pdf.Paper;
import terrace.web.pdf.Paper.Column;

/** A statement on paper: the sum written out, then every line. */
@Singleton
class StatementPaper {
    /** Some sixty sheets; whoever has more reads the spreadsheet. */
    private static final int LINES_MAX = 3_000;

    private final Words words;
    private final Sights sights;

    StatementPaper(Words words, Sights sights) {
        this.words = words;
        this.sights = sights;
    }

    void write(Language language, String merchant, String month, Statement statement, Paper paper) {
        Map<Part, Long> totals = statement.totals();
        paper.title(words.say(language, "settling.month.of", merchant, month));
        paper.line(statement.period().from() + " – " + statement.period().to() + " · CNY");
        paper.space();
        paper.pair(words.say(language, "settling.month.opening"), Money.grouped(statement.openingFen()));
        totals.forEach((part, fen) -> {
            if (part.counts()) {
                paper.pair(name(language, part), Money.grouped(fen));
            }
        });
        paper.rule();
        paper.pair(words.say(language, "settling.month.closing"), Money.grouped(statement.closingFen()));
        paper.space();
        totals.forEach((part, fen) -> {
            if (!part.counts()) {
                paper.pair(name(language, part), Money.grouped(fen));
            }
        });
        paper.space();
        paper.table(
                List.of(
                        new Column(words.say(language, "settling.month.at"), 3, false),
                        new Column(words.say(language, "settling.month.what"), 3, false),
                        new Column(words.say(language, "settling.month.order"), 3, false),
                        new Column(words.say(language, "settling.month.net"), 2, true)),
                statement.lines().stream()
                        .limit(LINES_MAX)
                        .map(line -> row(language, line))
                        .toList());
        if (statement.lines().size() > LINES_MAX) {
            paper.line(words.say(
                    language,
                    "settling.month.more",
                    LINES_MAX,
                    statement.lines().size()));
        }
    }

    private List<String> row(Language language, StatementLine line) {
        return List.of(
                sights.time(line.at()),
                words.say(language, MonthPages.word(line.kind())),
                line.orderNumber() == null ? "" : line.orderNumber(),
                Money.grouped(line.netFen()));
    }

    private String name(Language language, Part part) {
        return words.say(language, "settling.part." + part.name());
    }
}
