package terrace.web.impact;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From one day to another, both included, as an address says; this year so far where it does not. */
record Days(LocalDate from, LocalDate to) {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    static Days of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate until = day(to, today);
        until = until.isAfter(today) ? today : until.isBefore(FIRST) ? FIRST : until;
        LocalDate since = day(from, until.withDayOfYear(1));
        since = since.isAfter(until) ? until : since.isBefore(FIRST) ? FIRST : since;
        return new Days(since, until);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
