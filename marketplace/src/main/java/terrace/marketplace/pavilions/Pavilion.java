package terrace.marketplace.pavilions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A curated place.
 *
 * @param provinceCode of an origin pavilion: all goods of that province belong to it; of a demand pavilion: who buys
 * @param partnerIds the organisations that co-own it
 */
public record Pavilion(
        String code,
        String name,
        String nameEn,
        Kind kind,
        @Nullable String provinceCode,
        String summary,
        String summaryEn,
        int position,
        List<UUID> partnerIds) {

    public enum Kind {
        /** A province's goods. */
        ORIGIN,
        /** A city that buys. */
        DEMAND,
        /** Co-owned by several organisations. */
        JOINT,
        /** A theme, such as the vegetable basket. */
        ZONE
    }
}
