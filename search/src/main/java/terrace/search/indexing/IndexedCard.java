package terrace.search.indexing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.ListingCard.Rating;

/**
 * What the index keeps of a listing to show it and to put it in order. It lies in a column of its own, packed: a search
 * reads a hundred of them, and to unpack whole documents took longer than to find them.
 *
 * @param freight the template by which it travels
 */
public record IndexedCard(
        UUID id,
        String title,
        UUID merchant,
        String county,
        String motif,
        long priceFen,
        long grams,
        long perJinFen,
        long sold,
        Rating rating,
        boolean inStock,
        long publishedAt,
        UUID freight) {

    /** The column of the index. */
    public static final String COLUMN = "card";

    private static final int BYTES_USUAL = 200;
    private static final UUID NO_FREIGHT = new UUID(0, 0);

    /** Without a price before: only the catalogue knows whether one may be called so. */
    public ListingCard card() {
        return new ListingCard(
                id, title, merchant, county, motif, priceFen, grams, perJinFen, sold, rating, inStock, null);
    }

    /** As the column holds it. */
    String packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_USUAL);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, id);
            out.writeUTF(title);
            write(out, merchant);
            out.writeUTF(county);
            out.writeUTF(motif);
            out.writeLong(priceFen);
            out.writeLong(grams);
            out.writeLong(perJinFen);
            out.writeLong(sold);
            out.writeBoolean(inStock);
            out.writeLong(publishedAt);
            out.writeLong(rating.count());
            out.writeLong(rating.stars());
            write(out, freight);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #packed} wrote, or wrote in an earlier edition: while a new index is built, the one before is
     * searched. What is new stands at the end, and is nothing where it is not there yet.
     */
    public static IndexedCard unpacked(String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            UUID id = id(in);
            String title = in.readUTF();
            UUID merchant = id(in);
            String county = in.readUTF();
            String motif = in.readUTF();
            long priceFen = in.readLong();
            long grams = in.readLong();
            long perJinFen = in.readLong();
            long sold = in.readLong();
            boolean inStock = in.readBoolean();
            long publishedAt = in.readLong();
            boolean more = in.available() > 0;
            Rating rating = more ? new Rating(in.readLong(), in.readLong()) : Rating.NONE;
            UUID freight = more ? id(in) : NO_FREIGHT;
            return new IndexedCard(
                    id,
                    title,
                    merchant,
                    county,
                    motif,
                    priceFen,
                    grams,
                    perJinFen,
                    sold,
                    rating,
                    inStock,
                    publishedAt,
                    freight);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
