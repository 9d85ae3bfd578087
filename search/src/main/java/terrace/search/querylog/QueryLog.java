package terrace.search.querylog;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import terrace.marketplace.clock.Clock;
import terrace.search.querylog.QueryRows.Order;

/**
 * Counts what shoppers look for, by day and text and nothing else: who it was is never asked. Counting is a note in
 * memory; the notes reach PostgreSQL in batches, and those of the last seconds are lost when the machine is.
 */
@Singleton
public class QueryLog {
    /** Of texts fewer people typed nothing is shown, and after some days nothing is kept. */
    public static final int SEARCHES_MIN = 5;

    static final int RARE_DAYS = 3;
    static final int KEPT_DAYS = 400;

    private final QueryTally tally;
    private final QueryRows rows;
    private final Clock clock;

    QueryLog(QueryTally tally, QueryRows rows, Clock clock) {
        this.tally = tally;
        this.rows = rows;
        this.clock = clock;
    }

    /** Somebody looked for this; page one, unfiltered. */
    public void searched(String typed) {
        LoggedText.of(typed).ifPresent(tally::searched);
    }

    /** Such a search was worked out just now, and found so many. */
    public void found(String typed, long total) {
        LoggedText.of(typed).ifPresent(text -> tally.found(text, total == 0));
    }

    /** Somebody opened goods from the page of this search. */
    public void clicked(String typed) {
        LoggedText.of(typed).ifPresent(tally::clicked);
    }

    /** Writes down what was counted so far. */
    public void write() {
        Collection<QueryCount> counts = tally.take();
        if (counts.isEmpty()) {
            return;
        }
        try {
            rows.add(clock.today(), counts);
        } catch (RuntimeException e) {
            counts.forEach(tally::add);
            throw e;
        }
    }

    /** Lets go of rare texts and of old days. */
    void forget() {
        LocalDate today = clock.today();
        rows.forget(today.minusDays(RARE_DAYS), SEARCHES_MIN, today.minusDays(KEPT_DAYS));
    }

    /** Most searched first. */
    public List<QueryCount> top(LocalDate from, int limit) {
        return rows.most(Order.SEARCHES, from, SEARCHES_MIN, limit);
    }

    /** Those that found nothing, most such searches first. */
    public List<QueryCount> empty(LocalDate from, int limit) {
        return rows.most(Order.EMPTY, from, SEARCHES_MIN, limit);
    }

    /** Oldest first; days without a search are left out. */
    public List<QueryDay> days(LocalDate from) {
        return rows.days(from);
    }
}
