package terrace.web.impact;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Ledger;
import terrace.marketplace.impact.Sum;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Language;

/** Puts ledgers into figures and words. */
@Singleton
class LedgerPages {
    private static final int COUNTIES_SHOWN_MAX = 50;
    private static final int KILOGRAM_DIGITS = 3;

    private final Impact impact;
    private final Pavilions pavilions;
    private final Regions regions;
    private final Clock clock;

    LedgerPages(Impact impact, Pavilions pavilions, Regions regions, Clock clock) {
        this.impact = impact;
        this.pavilions = pavilions;
        this.regions = regions;
        this.clock = clock;
    }

    Days days(@Nullable String from, @Nullable String to) {
        return Days.of(from, to, clock.today());
    }

    /** @param pavilion null for the whole country */
    LedgerPage page(Language language, Days days, @Nullable Pavilion pavilion) {
        Ledger ledger = impact.ledger(days.from(), days.to(), pavilion == null ? null : pavilion.code());
        NumberFormat number = NumberFormat.getInstance(language.locale());
        boolean english = language.english();
        return new LedgerPage(
                pavilion == null ? null : english ? pavilion.nameEn() : pavilion.name(),
                pavilion == null ? "" : pavilion.code(),
                days.from().toString(),
                days.to().toString(),
                line("", days, number, ledger.total()),
                ledger.months().stream()
                        .map(month -> {
                            LocalDate first = month.month().atDay(1);
                            LocalDate last = month.month().atEndOfMonth();
                            Days part = new Days(
                                    first.isBefore(days.from()) ? days.from() : first,
                                    last.isAfter(days.to()) ? days.to() : last);
                            return line(month.month().toString(), part, number, month.sum());
                        })
                        .toList(),
                ledger.counties().stream()
                        .limit(COUNTIES_SHOWN_MAX)
                        .map(county -> line(regions.path(county.code()), days, number, county.sum()))
                        .toList(),
                Math.max(0, ledger.counties().size() - COUNTIES_SHOWN_MAX),
                pavilions.all().stream()
                        .map(one -> new Door(one.code(), english ? one.nameEn() : one.name()))
                        .toList());
    }

    private static Line line(String name, Days days, NumberFormat number, Sum sum) {
        return new Line(
                name,
                days.from().toString(),
                days.to().toString(),
                sum.fen(),
                number.format(sum.fen() / 100),
                jin(number, sum.grams()),
                number.format(sum.counties()),
                number.format(sum.helped().declared()),
                number.format(sum.helped().endorsed()),
                number.format(sum.helped().audited()),
                number.format(sum.facts()));
    }

    /** To the gram, so that the lines add up. */
    private static String jin(NumberFormat number, long grams) {
        return number.format(BigDecimal.valueOf(Math.multiplyExact(grams, 2), KILOGRAM_DIGITS));
    }

    record Door(String code, String name) {}

    /** @param yuan whole ones, rounded towards nothing */
    record Line(
            String name,
            String from,
            String to,
            long fen,
            String yuan,
            String jin,
            String counties,
            String declared,
            String endorsed,
            String audited,
            String facts) {}

    /**
     * @param pavilion its name; null for the whole country
     * @param further counties that are not shown
     */
    record LedgerPage(
            @Nullable String pavilion,
            String code,
            String from,
            String to,
            Line total,
            List<Line> months,
            List<Line> counties,
            int further,
            List<Door> pavilions) {}
}
