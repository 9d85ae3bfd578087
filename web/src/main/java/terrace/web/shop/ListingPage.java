package terrace.web.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as a shopper sees it.
 *
 * @param pictures photos, the first of them the cover; or the one drawing that stands for the goods
 * @param promotion the campaign it is sold in, null when none runs
 * @param perJinFen null where the goods are sold by the piece
 * @param wasFen the price before a reduction, null when none may be spoken of
 * @param lowest in thirty days, in words
 * @param several whether sizes differ in price, so that the price shown is the lowest
 * @param quantityMax pieces of the SKU of which most are there, for the quantity's bounds
 * @param province where freight is quoted to
 * @param passport of the latest lot, null when none is recorded
 * @param questions where all questions are, and a new one is asked
 * @param beside where the goods are that are recommended beside it
 * @param merchant null for the moment in which a new merchant is not known everywhere
 */
record ListingPage(
        String title,
        List<Picture> pictures,
        List<Crumb> crumbs,
        List<Tag> tags,
        @Nullable Crumb promotion,
        long priceFen,
        @Nullable Long perJinFen,
        @Nullable Long wasFen,
        String lowest,
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
        List<Certified> certificates,
        Said said,
        List<Asked> asked,
        String questions,
        String beside,
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
            @Nullable Long perJinFen,
            String stock,
            String freight,
            boolean available,
            boolean chosen) {}

    /**
     * @param large the same with more pixels, null for a drawing
     * @param alt what is to be seen on it
     */
    record Picture(String file, @Nullable String large, String alt) {}

    /** A question with its answer, and the day it was answered. */
    record Asked(String text, String answer, String day) {}

    /**
     * What buyers say.
     *
     * @param tenths the average in tenths of a star
     * @param path where all of it is
     */
    record Said(long count, int tenths, List<Words> newest, String path) {}

    /** One buyer's words. */
    record Words(String author, String day, int stars, String text, String reply) {}

    record Fact(String label, String text) {}

    record Seller(String name, String code, String place, String kind, String licence) {}
}
