package terrace.web.settling;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.ledger.JournalKind;
import terrace.orders.statements.Objection;
import terrace.orders.statements.Objections;
import terrace.orders.statements.Part;
import terrace.orders.statements.Statement;
import terrace.orders.statements.StatementLine;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;

/** Turns a statement of a month into its page. */
@Singleton
class MonthPages {
    private static final int LINES_SHOWN = 300;
    private static final int OBJECTIONS_SHOWN = 500;
    private static final int MONTHS_SHOWN = 6;

    private final Objections objections;
    private final Sights sights;
    private final Clock clock;

    MonthPages(Objections objections, Sights sights, Clock clock) {
        this.objections = objections;
        this.sights = sights;
        this.clock = clock;
    }

    MonthPage of(Merchant merchant, Statement statement, @Nullable Part part, Form form, boolean objected) {
        List<StatementLine> wanted = part == null ? statement.lines() : statement.of(part);
        Map<UUID, Objection> raised = objections.ofMerchant(merchant.id(), OBJECTIONS_SHOWN).stream()
                .collect(Collectors.toMap(Objection::journalId, Function.identity()));
        List<Line> lines = wanted.stream()
                .limit(LINES_SHOWN)
                .map(line -> line(line, part, raised.get(line.journalId())))
                .toList();
        YearMonth month = YearMonth.from(statement.period().from());
        return new MonthPage(
                merchant.name(),
                month.toString(),
                months(month),
                statement.openingFen(),
                totals(statement, true, part),
                totals(statement, false, part),
                statement.closingFen(),
                part == null ? null : part.name(),
                lines,
                wanted.size() > lines.size() ? wanted.size() : null,
                form,
                form.value("line"),
                objected);
    }

    /** This month's neighbours, the newest first. */
    private List<Month> months(YearMonth shown) {
        YearMonth now = YearMonth.from(clock.today());
        return IntStream.range(0, MONTHS_SHOWN)
                .mapToObj(now::minusMonths)
                .map(month -> new Month(month.toString(), month.equals(shown)))
                .toList();
    }

    private static List<Total> totals(Statement statement, boolean counting, @Nullable Part chosen) {
        Map<Part, Long> totals = statement.totals();
        return Arrays.stream(Part.values())
                .filter(part -> part.counts() == counting && totals.containsKey(part))
                .map(part -> new Total(
                        part.name(),
                        totals.getOrDefault(part, 0L),
                        statement.of(part).size(),
                        part == chosen))
                .toList();
    }

    /** The key of the words for why money moved. */
    static String word(JournalKind kind) {
        String why =
                switch (kind) {
                    case ORDER_ACCEPTED,
                            DEBT_COLLECTED,
                            PAYOUT_SENT,
                            PAYOUT_RETURNED,
                            PAYOUT_GIVEN_BACK,
                            SALE_REVERSED_LATE,
                            DISPUTE_OPENED,
                            DISPUTE_WON -> kind.name();
                    default -> "OTHER";
                };
        return "settling.line." + why;
    }

    private Line line(StatementLine line, @Nullable Part part, @Nullable Objection objection) {
        return new Line(
                line.journalId(),
                sights.time(line.at()),
                word(line.kind()),
                line.orderNumber(),
                part == null ? line.netFen() : part.of(line),
                line.commissionFen(),
                objection == null ? null : objection.words(),
                objection == null ? null : objection.answer());
    }

    record Month(String month, boolean shown) {}

    /** @param part words are at {@code settling.part.<part>} */
    record Total(String part, long fen, int lines, boolean chosen) {}

    /** @param kind key of the words */
    record Line(
            UUID id,
            String at,
            String kind,
            @Nullable String order,
            long fen,
            long commissionFen,
            @Nullable String objection,
            @Nullable String answer) {}

    /**
     * @param totals what leads from opening to closing
     * @param notes what only says more about those
     * @param part the total whose lines are shown; null for all
     * @param of how many lines there are, where not all are shown
     * @param objecting the line a refused objection was about
     */
    record MonthPage(
            String merchant,
            String month,
            List<Month> months,
            long openingFen,
            List<Total> totals,
            List<Total> notes,
            long closingFen,
            @Nullable String part,
            List<Line> lines,
            @Nullable Integer of,
            Form form,
            String objecting,
            boolean objected) {}
}
