package terrace.marketplace.impact;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** All facts of one month, county and allocation, summed. */
record Heap(
        YearMonth month,
        String countyCode,
        @Nullable Long allocation,
        @Nullable Basis basis,
        long grams,
        long fen,
        long facts) {}
