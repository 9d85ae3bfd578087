package terrace.marketplace.applications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.recommenders.Recommendation;

/**
 * What a partner organisation is told of somebody who names it: enough to know them by, no papers and no numbers.
 *
 * @param round how often it was submitted
 * @param word what the partner said, while it is of the same applicant; null for nothing yet
 */
public record Candidate(
        UUID id,
        int round,
        Merchant.Kind kind,
        String name,
        String person,
        String countyCode,
        String goods,
        String households,
        Instant startedAt,
        @Nullable Word word) {

    /** @param sentence in the partner's own words */
    public record Word(Recommendation.Said said, String sentence, Instant at) {}

    /**
     * A stretch of a partner's candidates, the newest first.
     *
     * @param nextBefore where the next stretch begins; null at the end
     */
    public record Slice(
            List<Candidate> candidates, @Nullable UUID nextBefore) {}
}
