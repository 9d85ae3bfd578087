package terrace.web.pages;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.catalog.media.Motif;
import terrace.catalog.media.Pictures;

/** Names the picture of a listing, the same wherever it is shown: {@code /pictures/<name>}. */
public final class ListingPicture {
    /** Sides of the squares that photos are kept in, in pixels: for a page, a card, a line of a list. */
    public static final int PAGE = 960;

    public static final int CARD = 480;
    public static final int LINE = 160;

    private static final String PHOTO = "photo-";
    private static final Pattern PHOTO_FILE = Pattern.compile("(photo-[0-9a-f]{32})-(\\d{3})\\.jpg");

    private ListingPicture() {}

    /** A photo of one size. */
    public record PhotoFile(String name, int side) {}

    /**
     * For a card.
     *
     * @param picture name of a photo or of a drawing
     */
    public static String of(String picture, String countyCode, UUID listingId) {
        return picture.startsWith(PHOTO) ? photo(picture, CARD) : drawing(picture, countyCode, listingId);
    }

    /** For a line of a list. */
    public static String small(String picture, String countyCode, UUID listingId) {
        return picture.startsWith(PHOTO) ? photo(picture, LINE) : drawing(picture, countyCode, listingId);
    }

    public static String photo(String name, int side) {
        return name + "-" + side + ".jpg";
    }

    /** Empty for what is no file of a photo. */
    public static Optional<PhotoFile> photoFile(String file) {
        Matcher photo = PHOTO_FILE.matcher(file);
        return photo.matches()
                ? Optional.of(new PhotoFile(photo.group(1), Integer.parseInt(photo.group(2))))
                : Optional.empty();
    }

    /** Goods of one kind and province still differ a little, so that a page of them is no wallpaper. */
    private static String drawing(String motif, String countyCode, UUID listingId) {
        String drawn = Motif.byCode(motif).orElse(Motif.VEGETABLES).code();
        int variant = Math.floorMod(listingId.hashCode(), Pictures.VARIANTS);
        return drawn + "-" + countyCode.substring(0, 2) + "-" + variant + ".svg";
    }
}
