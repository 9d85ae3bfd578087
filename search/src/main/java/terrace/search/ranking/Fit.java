package terrace.search.ranking;

import org.jspecify.annotations.Nullable;

/**
 * How one of the goods fits what was typed, part by part.
 *
 * @param tiers which steps of the cascade found it, the bits of {@link Tier}
 * @param characters what its characters scored, in bits of rarity by the index
 * @param words the same of its words
 * @param run how much of what was typed stands in its title in one piece, 0 to 1
 * @param story the same of what else is told of it
 * @param cosine how near its title's meaning is; null when either vector is not there
 */
public record Fit(
        int tiers,
        double characters,
        double words,
        double run,
        double story,
        @Nullable Double cosine) {

    public boolean by(Tier tier) {
        return (tiers & tier.bit()) != 0;
    }
}
