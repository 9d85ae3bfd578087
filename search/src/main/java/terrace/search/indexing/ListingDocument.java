package terrace.search.indexing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard.Rating;

/**
 * A listing as it lies in the index; listings.json says what each field is for.
 *
 * @param language what words, sounds and meaning it is found by
 * @param said words worth suggesting
 * @param categories slugs, from the root down
 * @param rating lies in the card alone: nothing is found or counted by it
 * @param freight id of the template by which it travels
 * @param proofs kinds of certificates that vouch for it
 * @param harvested day of the newest lot, counted from 1970; null without a lot
 * @param card what is shown of it, packed
 * @param digest of all the rest
 */
record ListingDocument(
        String id,
        String title,
        @JsonUnwrapped Language language,
        List<String> said,
        List<String> categories,
        String province,
        String county,
        boolean poor,
        boolean inStock,
        String merchant,
        String motif,
        long priceFen,
        long grams,
        @Nullable Long perJinFen,
        long sold,
        @JsonIgnore Rating rating,
        long publishedAt,
        String freight,
        List<String> proofs,
        @Nullable Long harvested,
        String card,
        String digest) {
    private static final int DIGEST_BYTES = 8;

    /**
     * The same with what is shown of it packed, and with a digest of all that it says, by which it is compared with
     * what lies in the index.
     */
    ListingDocument sealed() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return new ListingDocument(
                    id,
                    title,
                    language,
                    said,
                    categories,
                    province,
                    county,
                    poor,
                    inStock,
                    merchant,
                    motif,
                    priceFen,
                    grams,
                    perJinFen,
                    sold,
                    rating,
                    publishedAt,
                    freight,
                    proofs,
                    harvested,
                    shown().packed(),
                    HexFormat.of().formatHex(all, 0, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private IndexedCard shown() {
        return new IndexedCard(
                UUID.fromString(id),
                title,
                UUID.fromString(merchant),
                county,
                motif,
                priceFen,
                grams,
                perJinFen == null ? 0 : perJinFen,
                sold,
                rating,
                inStock,
                publishedAt,
                UUID.fromString(freight));
    }
}
