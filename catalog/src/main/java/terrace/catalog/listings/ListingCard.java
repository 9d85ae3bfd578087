package terrace.catalog.listings;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows of a listing; price, weight and 元/斤 are those of its cheapest SKU.
 *
 * @param motif name of the photo or, where there is none, of the drawing that stands for the goods
 * @param perJinFen 0 where the goods are sold by the piece
 * @param wasFen what may be called its price before a reduction, null when nothing may
 */
public record ListingCard(
        UUID id,
        String title,
        UUID merchantId,
        String countyCode,
        String motif,
        long priceFen,
        long grams,
        long perJinFen,
        long sold,
        Rating rating,
        boolean inStock,
        @Nullable Long wasFen) {

    /** How many reviews of it are shown, and their stars together, 1 to 5 each. */
    public record Rating(long count, long stars) {
        public static final Rating NONE = new Rating(0, 0);

        private static final int TENTHS = 10;

        /** The average in tenths of a star, half up: 47 is 4.7; 0 where there is none. */
        public int tenths() {
            return count == 0 ? 0 : Math.toIntExact((stars * TENTHS * 2 + count) / (count * 2));
        }
    }

    /**
     * What a list of goods is narrowed by; what is empty narrows nothing, of several any will do.
     *
     * @param text words that the title must all have
     * @param categoryIds those and all below them
     * @param provinceCodes goods of these provinces, beside those of the counties
     * @param countyCodes goods of these counties, beside those of the provinces
     * @param among counties that the goods must come from whatever else is asked; null for any
     */
    public record Wanted(
            String text,
            Set<UUID> categoryIds,
            Set<String> provinceCodes,
            Set<String> countyCodes,
            @Nullable Set<String> among,
            Set<UUID> merchantIds,
            List<Span> priceFen,
            List<Span> perJinFen,
            List<Span> grams,
            boolean inStockOnly) {
        /** Titles alone. */
        public static Wanted titled(String text) {
            return new Wanted(
                    text, Set.of(), Set.of(), Set.of(), null, Set.of(), List.of(), List.of(), List.of(), false);
        }
    }

    /**
     * From one number to another.
     *
     * @param below the first that is too much; null without end
     */
    public record Span(long from, @Nullable Long below) {}
}
