package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is offered, and on which terms. */
@Singleton
public class Listings {
    public static final long PRICE_FEN_MAX = 100_000_000;

    Listings() {}

    /** A listing that is on the shelf. */
    public Optional<Listing> published(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Listings in whatever state. */
    public Map<UUID, Listing> byIds(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** SKUs with what cart and checkout need; those of listings off the shelf say so. */
    public Map<UUID, SkuOffer> skusByIds(Set<UUID> skuIds) {
        throw new UnsupportedOperationException();
    }

    /** Cards of the category and all below it. */
    public Slice<ListingCard> inCategory(UUID categoryId, Sort sort, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    public Slice<ListingCard> ofMerchant(UUID merchantId, Sort sort, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    public Slice<ListingCard> inProvince(String provinceCode, Sort sort, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<ListingCard> newest(int limit) {
        throw new UnsupportedOperationException();
    }

    public List<ListingCard> bestSelling(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Cards in the order asked for; listings off the shelf are left out. */
    public List<ListingCard> cardsByIds(List<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** For when search is down: listings whose title has every word of the text. */
    public Slice<ListingCard> titleSearch(
            String text,
            @Nullable UUID categoryId,
            @Nullable String provinceCode,
            Sort sort,
            @Nullable String after,
            int limit) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the listing as a draft. */
    public Offering draft(NewListing listing) {
        throw new UnsupportedOperationException();
    }

    /** Puts a draft before the public; false when there is no such listing. Nothing happens when it is published already. */
    public boolean publish(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Drafts and publishes many at once; those that are refused do not keep the others back. */
    public List<Offering> publishAll(List<NewListing> listings) {
        throw new UnsupportedOperationException();
    }

    public void withdraw(UUID id, OffShelfReason reason) {
        withdrawAll(Set.of(id), reason, "");
    }

    /** Takes listings off the shelf for one more reason; the reference tells two papers or two cases apart. */
    public void withdrawAll(Set<UUID> ids, OffShelfReason reason, String reference) {
        throw new UnsupportedOperationException();
    }

    public void restore(UUID id, OffShelfReason reason) {
        restoreAll(Set.of(id), reason, "");
    }

    /** Lifts that one reason; a listing is back on the shelf when no other is left. */
    public void restoreAll(Set<UUID> ids, OffShelfReason reason, String reference) {
        throw new UnsupportedOperationException();
    }

    public Set<OffShelfReason> offShelfReasons(UUID id) {
        throw new UnsupportedOperationException();
    }

    public PriceChange changePrice(UUID skuId, long fen) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    public List<PricePoint> priceHistory(UUID skuId) {
        throw new UnsupportedOperationException();
    }

    public List<IndexedListing> forIndex(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** Ids of listings on the shelf, ascending, those after the one given. */
    public List<UUID> pageOfIds(@Nullable UUID after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Grows with every call, on every node. */
    public long nextIndexVersion() {
        throw new UnsupportedOperationException();
    }

    /** For stock: goods of these SKUs ran out or came back, so look again what their listings can say. */
    public void stockTurned(Collection<UUID> skuIds) {
        throw new UnsupportedOperationException();
    }

    /** For sales: this many more pieces were sold of these listings. */
    public void soldMore(Map<UUID, Long> pieces) {
        throw new UnsupportedOperationException();
    }
}
