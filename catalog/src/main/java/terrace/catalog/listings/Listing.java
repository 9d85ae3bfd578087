package terrace.catalog.listings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one merchant offers on one page.
 *
 * @param cover name of the first photo, empty while a drawing stands for the goods
 * @param onShelf published and nothing stands against it
 * @param version grows with every change of words, prices or shelf
 * @param publishedAt null while it is a draft
 * @param sold pieces sold so far
 * @param vatFixed an operator has set the tax; the merchant's word changes it no more
 * @param wasFen what may be called the cheapest size's price before a reduction, null when nothing may
 * @param skus in the merchant's order, never empty
 */
public record Listing(
        UUID id,
        UUID merchantId,
        About about,
        String cover,
        Status status,
        boolean onShelf,
        long version,
        @Nullable Instant publishedAt,
        long sold,
        ListingCard.Rating rating,
        boolean inStock,
        boolean vatFixed,
        @Nullable Long wasFen,
        List<Sku> skus) {

    /**
     * All that its merchant says of the goods, the sizes apart.
     *
     * @param story paragraphs of plain text
     * @param attributes what goods of the category are asked, by attribute; kept as the category's attributes say
     */
    public record About(
            UUID categoryId,
            String title,
            String story,
            Origin origin,
            Looks looks,
            Proof proof,
            Keeping keeping,
            Map<UUID, String> attributes,
            VatKind vatKind,
            UUID freightTemplateId) {
        public About {
            attributes = Map.copyOf(attributes);
        }

        /** The same with the title, origin, looks and proof that shoppers see of another. */
        public About claiming(About other) {
            return claiming(other.title, other.origin, other.looks, other.proof);
        }

        public About claiming(String newTitle, Origin newOrigin, Looks newLooks, Proof newProof) {
            return new About(
                    categoryId,
                    newTitle,
                    story,
                    newOrigin,
                    newLooks,
                    newProof,
                    keeping,
                    attributes,
                    vatKind,
                    freightTemplateId);
        }

        public About titled(String newTitle) {
            return claiming(newTitle, origin, looks, proof);
        }

        public About told(String newStory) {
            return new About(
                    categoryId, title, newStory, origin, looks, proof, keeping, attributes, vatKind, freightTemplateId);
        }

        public About answering(Map<UUID, String> newAttributes) {
            return new About(
                    categoryId, title, story, origin, looks, proof, keeping, newAttributes, vatKind, freightTemplateId);
        }

        public About taxed(VatKind newVatKind) {
            return new About(
                    categoryId, title, story, origin, looks, proof, keeping, attributes, newVatKind, freightTemplateId);
        }

        public About kept(Keeping newKeeping) {
            return new About(
                    categoryId, title, story, origin, looks, proof, newKeeping, attributes, vatKind, freightTemplateId);
        }
    }

    /** @param countyCode six digits */
    public record Origin(String countyCode, String village) {
        public String provinceCode() {
            return countyCode.substring(0, 2);
        }
    }

    /** @param motif name of the drawing that stands for the goods */
    public record Looks(String motif) {}

    /** @param certificates what vouches for the goods, with its number; empty when nothing does */
    public record Proof(String certificates) {
        public static final Proof NONE = new Proof("");
    }

    /**
     * How long the goods keep, and how.
     *
     * @param shelfLifeDays 0 for what does not spoil and is sold by the piece: tools, pots; no 元/斤 is told of it
     * @param season when it is harvested, in the merchant's words
     * @param perishable excluded from seven-day no-reason return
     * @param harvestToShipHours from harvest to dispatch, at most; 0 when nothing is said of it
     */
    public record Keeping(
            Storage storage, int shelfLifeDays, String season, boolean perishable, int harvestToShipHours) {
        public Keeping(Storage storage, int shelfLifeDays, String season, boolean perishable) {
            this(storage, shelfLifeDays, season, perishable, 0);
        }

        /** Whether its price may be told by weight. */
        public boolean byWeight() {
            return shelfLifeDays > 0;
        }
    }

    public UUID categoryId() {
        return about.categoryId;
    }

    public String title() {
        return about.title;
    }

    public String story() {
        return about.story;
    }

    public String countyCode() {
        return about.origin.countyCode;
    }

    public String provinceCode() {
        return about.origin.provinceCode();
    }

    public String village() {
        return about.origin.village;
    }

    public String motif() {
        return about.looks.motif;
    }

    /** What stands for the goods: the photo's name, else the drawing's. */
    public String picture() {
        return cover.isEmpty() ? motif() : cover;
    }

    /** What a card shows of it: price, weight and 元/斤 of its cheapest SKU, the first one among equals. */
    public ListingCard card() {
        Sku cheapest =
                skus.stream().min(Comparator.comparingLong(Sku::priceFen)).orElseThrow();
        return new ListingCard(
                id,
                title(),
                merchantId,
                countyCode(),
                picture(),
                cheapest.priceFen(),
                cheapest.grams(),
                about.keeping.byWeight() ? cheapest.perJinFen() : 0,
                sold,
                rating,
                inStock,
                wasFen);
    }
}
