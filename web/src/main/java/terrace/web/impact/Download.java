package terrace.web.impact;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.impact.PublicFact;

/** What a reader reckons the figures from, as JSON has it. */
final class Download {
    private Download() {}

    /** @param nextAfter to ask for the rest with; null when these are all */
    @Serdeable
    record Facts(
            String from,
            String to,
            String pavilion,
            @Nullable Long nextAfter,
            List<PublicFact> facts) {}

    @Serdeable
    record Allocations(@Nullable Long nextBefore, List<Row> allocations) {}

    /** @param families their codes, which are numbers and no names */
    @Serdeable
    record Row(
            long allocation,
            String county,
            String countyName,
            String listing,
            @Nullable String lot,
            String basis,
            String from,
            String to,
            int households,
            List<String> families) {}
}
