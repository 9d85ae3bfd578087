package terrace.web.pages;

import java.util.UUID;
import terrace.catalog.media.Motif;
import terrace.catalog.media.Pictures;

/** Names the picture of a listing, the same wherever it is shown: {@code /pictures/<name>.svg}. */
public final class ListingPicture {
    private ListingPicture() {}

    /** Goods of one kind and province still differ a little, so that a page of them is no wallpaper. */
    public static String of(String motif, String countyCode, UUID listingId) {
        String drawn = Motif.byCode(motif).orElse(Motif.VEGETABLES).code();
        int variant = Math.floorMod(listingId.hashCode(), Pictures.VARIANTS);
        return drawn + "-" + countyCode.substring(0, 2) + "-" + variant;
    }
}
