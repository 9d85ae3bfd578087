package terrace.catalog.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.photos.ShownPhoto;

/**
 * One difference that an operator looks at.
 *
 * @param skuId whose price it is, null for all else
 * @param before as stored: a county by code, a picture by motif, photos as {@link ShownPhoto} writes them; a price as
 *     {@link #priced}
 */
public record Change(Field field, @Nullable UUID skuId, String before, String after) {

    /** What of a published listing only changes after review. */
    public enum Field {
        TITLE,
        PICTURE,
        COUNTY,
        VILLAGE,
        CERTIFICATES,
        PRICE,
        PHOTOS
    }

    /** A price with the weight it is for, since a smaller bag is a higher price too. */
    static String priced(long fen, long grams) {
        return fen + "/" + grams;
    }

    /** Of a price: the fen before or after. */
    public static long fen(String priced) {
        return Long.parseLong(priced.substring(0, priced.indexOf('/')));
    }

    /** Of a price: the grams before or after. */
    public static long grams(String priced) {
        return Long.parseLong(priced.substring(priced.indexOf('/') + 1));
    }
}
