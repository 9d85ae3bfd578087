package terrace.web.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a shopper sees it.
 *
 * @param alt what the picture shows
 * @param promotion the campaign it is sold in, null when none runs
 * @param several whether sizes differ in price, so that the price shown is the lowest
 * @param quantityMax pieces of the SKU of which most are there, for the quantity's bounds
 * @param province where freight is quoted to
 * @param passport of the latest lot, null when none is recorded
 * @param questions where all questions are, and a new one is asked
 * @param merchant null for the moment in which a new merchant is not known everywhere
 */
record ListingPage(
        String title,
        String picture,
        String alt,
        List<Crumb> crumbs,
        List<Tag> tags,
        @Nullable Crumb promotion,
        long priceFen,
        long perJinFen,
        boolean several,
        long sold,
        boolean soldOut,
        List<Size> sizes,
        long quantityMax,
        String province,
        Crumb origin,
        String originNote,
        List<Fact> facts,
        @Nullable String passport,
        boolean perishable,
        List<String> story,
        @Nullable Seller merchant,
        List<Asked> asked,
        String questions,
        List<Card> similar,
        Crumb category) {

    /**
     * A SKU to choose.
     *
     * @param stock in words
     * @param freight of one piece to the reader's province, in words
     */
    record Size(
            UUID id,
            String name,
            long priceFen,
            long perJinFen,
            String stock,
            String freight,
            boolean available,
            boolean chosen) {}

    /** A question with its answer, and the day it was answered. */
    record Asked(String text, String answer, String day) {}

    record Fact(String label, String text) {}

    record Seller(String name, String code, String place, String kind, String licence) {}
}
