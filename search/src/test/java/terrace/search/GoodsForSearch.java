package terrace.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.catalog.stock.Stock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.search.indexing.Indexing;
import terrace.search.vectors.Vectors;

/** Puts goods on the shelf by the catalogue's doors, and waits for the index. */
@Singleton
public class GoodsForSearch {
    public static final String RED_RIVER = "532529";
    public static final String ANYUAN = "360726";
    /** Never a poor county. */
    public static final String SHOUGUANG = "370783";

    private static final long READY_SECONDS_MAX = 240;
    private static final int GOODS_MAX = 1_000;
    private static final int SHELF_LIFE_DAYS = 365;

    private final Categories categories;
    private final Freight freight;
    private final Listings listings;
    private final Stock stock;
    private final EventWorker worker;
    private final Indexing indexing;
    private final Vectors vectors;

    GoodsForSearch(
            Categories categories,
            Freight freight,
            Listings listings,
            Stock stock,
            EventWorker worker,
            Indexing indexing,
            Vectors vectors) {
        this.categories = categories;
        this.freight = freight;
        this.listings = listings;
        this.stock = stock;
        this.worker = worker;
        this.indexing = indexing;
        this.vectors = vectors;
    }

    /** Waits until the index answers; a busy machine takes its time to start a node. */
    public void awaitIndex() throws InterruptedException {
        long deadline = System.nanoTime() + READY_SECONDS_MAX * 1_000_000_000L;
        while (!indexing.status().answering()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The index does not answer: " + indexing.status());
            }
            Thread.sleep(100);
        }
    }

    /** Waits until no title is without a vector. */
    public void awaitVectors(long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!vectors.ready() || vectors.progress().waiting() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("There are no vectors: " + vectors.progress());
            }
            Thread.sleep(100);
        }
    }

    /** Takes off the shelf what earlier tests left there. */
    public void clear() {
        listings.withdrawAll(
                Set.copyOf(listings.pageOfIds(null, GOODS_MAX)), OffShelfReason.OWN_CHOICE, "an earlier test");
        settle();
    }

    public Category category(String slug, String nameZh, String nameEn) {
        return categories.define(new NewCategory(slug, null, nameZh, nameEn, 1));
    }

    public Category below(Category parent, String slug, String nameZh, String nameEn) {
        return categories.define(new NewCategory(slug, parent.slug(), nameZh, nameEn, 1));
    }

    public Listing publish(Category category, String title, String countyCode, long fen) {
        return publish(Ids.next(), category, title, countyCode, fen);
    }

    /** Something that does not spoil, and so has no price by weight. */
    public Listing publishByThePiece(String title, long fen) {
        Category tools = categories.define(new NewCategory("tools", null, "小农具", "Hand tools", 1, "0802"));
        return publish(Ids.next(), tools, title, SHOUGUANG, fen, 0);
    }

    public Listing publish(UUID merchant, Category category, String title, String countyCode, long fen) {
        return publish(merchant, category, title, countyCode, fen, SHELF_LIFE_DAYS);
    }

    private Listing publish(
            UUID merchant, Category category, String title, String countyCode, long fen, int shelfLifeDays) {
        FreightTemplate template =
                new FreightTemplate(Ids.next(), merchant, "普通", List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE)));
        freight.define(template);
        NewSku sku = new NewSku(Ids.next(), "袋装", fen, 2_500, "A-1");
        NewListing listing = new NewListing(
                Ids.next(),
                merchant,
                new About(
                        category.id(),
                        title,
                        "山里的东西。",
                        new Origin(countyCode, ""),
                        new Looks("rice-sack"),
                        Proof.NONE,
                        new Keeping(Storage.AMBIENT, shelfLifeDays, "9月", false),
                        Map.of(),
                        VatKind.EXEMPT_OWN_GROWN,
                        template.id()),
                List.of(sku));
        listings.publishAll(List.of(listing));
        return listings.published(listing.id()).orElseThrow();
    }

    public void withdraw(Listing... goods) {
        listings.withdrawAll(
                Stream.of(goods).map(Listing::id).collect(Collectors.toSet()), OffShelfReason.OWN_CHOICE, "only here");
        settle();
    }

    public void receive(Listing listing, long quantity) {
        stock.receive(listing.skus().getFirst().id(), quantity, "收货");
    }

    /** Everything that happened so far is in the index. */
    public void settle() {
        worker.drain();
        indexing.refresh();
    }
}
