package terrace.catalog.listings;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Direction;

/** What is offered, and on which terms. */
@Singleton
public class Listings {
    public static final long PRICE_FEN_MAX = 100_000_000;
    /** A month. */
    public static final int HARVEST_TO_SHIP_HOURS_MAX = 720;

    private final ListingRows rows;
    private final CardRows cards;
    private final Intake intake;
    private final Shelf shelf;
    private final Prices prices;
    private final Categories categories;
    private final Amending amending;

    Listings(
            ListingRows rows,
            CardRows cards,
            Intake intake,
            Shelf shelf,
            Prices prices,
            Categories categories,
            Amending amending) {
        this.rows = rows;
        this.cards = cards;
        this.intake = intake;
        this.shelf = shelf;
        this.prices = prices;
        this.categories = categories;
        this.amending = amending;
    }

    /** A listing that is on the shelf. */
    @Connectable
    public Optional<Listing> published(UUID id) {
        return Optional.ofNullable(rows.onShelf(id));
    }

    /** Listings in whatever state, at the prices their merchants set. */
    @Connectable
    public Map<UUID, Listing> byIds(Set<UUID> ids) {
        return rows.byIds(ids);
    }

    /** SKUs with what cart and checkout need; those of listings off the shelf say so. */
    @Connectable
    public Map<UUID, SkuOffer> skusByIds(Set<UUID> skuIds) {
        return rows.offers(skuIds);
    }

    /** Cards of the category and all below it. */
    @Connectable
    public Slice<ListingCard> inCategory(UUID categoryId, Sort sort, @Nullable String after, int limit) {
        return categories
                .byId(categoryId)
                .map(category -> cards.slice(new CardFilter().below(category), sort, after, limit))
                .orElse(new Slice<>(List.of(), null));
    }

    @Connectable
    public Slice<ListingCard> ofMerchant(UUID merchantId, Sort sort, @Nullable String after, int limit) {
        return cards.slice(new CardFilter().ofMerchant(merchantId), sort, after, limit);
    }

    /** Cards of several merchants in one order. */
    @Connectable
    public Slice<ListingCard> ofMerchants(Set<UUID> merchantIds, Sort sort, @Nullable String after, int limit) {
        return cards.slice(new CardFilter().ofMerchants(merchantIds), sort, after, limit);
    }

    /** The best selling that go one way: of a province, or of these merchants where none is named. */
    @Connectable
    public List<ListingCard> going(Direction way, @Nullable String province, Set<UUID> merchantIds, int limit) {
        CardFilter filter = new CardFilter().inAny(categories.going(way)).inPlace(province, merchantIds);
        return cards.slice(filter, Sort.BEST_SELLING, null, limit).items();
    }

    /** How many listings are on the shelf, by two-digit code, where there are any. Looks at all of them. */
    @Connectable
    public Map<String, Long> countsByProvince() {
        return cards.countsByProvince();
    }

    @Connectable
    public Slice<ListingCard> inProvince(String provinceCode, Sort sort, @Nullable String after, int limit) {
        return cards.slice(new CardFilter().inProvince(provinceCode), sort, after, limit);
    }

    @Connectable
    public List<ListingCard> first(Sort sort, int limit) {
        return cards.slice(new CardFilter(), sort, null, limit).items();
    }

    /** Cards in the order asked for; listings off the shelf are left out. */
    @Connectable
    public List<ListingCard> cardsByIds(List<UUID> ids) {
        return cards.byIds(ids);
    }

    /** For when search is down: what the catalogue itself can look up. */
    @Connectable
    public Slice<ListingCard> find(ListingCard.Wanted wanted, Sort sort, @Nullable String after, int limit) {
        List<Category> below = wanted.categoryIds().stream()
                .flatMap(id -> categories.byId(id).stream())
                .toList();
        return cards.slice(CardFilter.of(wanted, below), sort, after, limit);
    }

    /** Keeps the listing as a draft. */
    @Transactional
    public Offering draft(NewListing listing) {
        return intake.take(List.of(listing), Status.DRAFT).getFirst();
    }

    /** Keeps many as drafts; those that are refused do not keep the others back. */
    @Transactional
    public List<Offering> draftAll(List<NewListing> listings) {
        return intake.take(listings, Status.DRAFT);
    }

    /**
     * Puts a draft before the public; nothing happens when it is there already. False when there is no such listing.
     */
    @Transactional
    public boolean publish(UUID id) {
        return shelf.publish(id);
    }

    /** Drafts and publishes many at once; those that are refused do not keep the others back. */
    @Transactional
    public List<Offering> publishAll(List<NewListing> listings) {
        return intake.take(listings, Status.PUBLISHED);
    }

    /** What speaks against a listing; nothing when it may be taken in. */
    @Connectable
    public Set<Fault> faults(NewListing listing) {
        return intake.faults(listing.plain());
    }

    /** Locks a listing until the caller's transaction ends, and reads it as it is then. */
    @Transactional
    public Optional<Listing> locked(UUID id) {
        return amending.lock(Set.of(id)).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(rows.byIds(Set.of(id)).get(id));
    }

    /** Locks the next listings of a merchant, in whatever state, until the caller's transaction ends. */
    @Transactional
    public List<UUID> lockedOfMerchant(UUID merchantId, @Nullable UUID after, int limit) {
        return amending.lockOfMerchant(merchantId, after, limit);
    }

    /** For moderation, with the listing {@link #locked}: from now on it is this. SKUs not named stay as they are. */
    @Transactional
    public void amend(NewListing listing) {
        amending.write(listing.plain());
    }

    /** For moderation: a draft goes to an operator, or comes back; false when it is in another state. */
    @Transactional
    public boolean move(UUID id, Status from, Status to) {
        return amending.move(id, from, to);
    }

    /** For moderation: an operator has looked at the present price of a SKU. */
    @Transactional
    public void priceReviewed(UUID skuId) {
        amending.reviewed(skuId);
    }

    /** For moderation, with the listing {@link #locked}: the tax is this, whatever its merchant says of it later. */
    @Transactional
    public void fixVat(UUID id, VatKind kind) {
        amending.fixVat(id, kind);
    }

    /** For moderation: whoever edits an older version shall be told. */
    @Transactional
    public void touch(UUID id) {
        amending.touch(id);
    }

    @Transactional
    public void withdraw(UUID id, OffShelfReason reason) {
        shelf.withdraw(Set.of(id), reason, "");
    }

    /** Takes listings off the shelf for one more reason; the reference tells two papers or two cases apart. */
    @Transactional
    public void withdrawAll(Set<UUID> ids, OffShelfReason reason, String reference) {
        shelf.withdraw(ids, reason, reference);
    }

    @Transactional
    public void restore(UUID id, OffShelfReason reason) {
        shelf.restore(Set.of(id), reason, "");
    }

    /** Lifts that one reason; a listing is back on the shelf when no other is left. */
    @Transactional
    public void restoreAll(Set<UUID> ids, OffShelfReason reason, String reference) {
        shelf.restore(ids, reason, reference);
    }

    @Connectable
    public Set<OffShelfReason> offShelfReasons(UUID id) {
        return shelf.reasons(id);
    }

    @Transactional
    public PriceChange changePrice(UUID skuId, long fen) {
        return prices.change(skuId, fen);
    }

    /** Oldest first. */
    @Connectable
    public List<PricePoint> priceHistory(UUID skuId) {
        return prices.history(skuId);
    }

    /**
     * What may be called the price before a reduction, in fen, of SKUs that are reduced: the lowest of the thirty days
     * before the present price began. A price compared with must be true (明码标价和禁止价格欺诈规定, 2022, art. 16 and
     * 17); thirty days are the stricter rule of Directive 98/6/EC art. 6a (2). Sources: .decisions/0018.
     */
    @Connectable
    public Map<UUID, Long> wasPrices(Set<UUID> skuIds) {
        return prices.was(skuIds);
    }

    /** The lowest price of the last thirty days, the present one among them, in fen, while the listing was public. */
    @Connectable
    public OptionalLong lowestPrice(UUID skuId) {
        return prices.lowest(skuId);
    }

    /** Whether selling at this price, in fen, may be called a reduction: it is below the lowest of thirty days. */
    @Connectable
    public boolean isReduction(UUID skuId, long fen) {
        OptionalLong lowest = prices.lowest(skuId);
        return lowest.isPresent() && fen < lowest.getAsLong();
    }

    /** Those off the shelf are among them and say so; unknown ids are left out. */
    @Connectable
    public List<IndexedListing> forIndex(Set<UUID> ids) {
        return rows.shown(ids).values().stream()
                .map(listing -> new IndexedListing(listing, categories.pathOf(listing.categoryId()), listing.card()))
                .toList();
    }

    /** Ids of listings on the shelf, ascending, those after the one given. */
    @Connectable
    public List<UUID> pageOfIds(@Nullable UUID after, int limit) {
        return rows.idsOnShelf(after, limit);
    }

    /** Grows with every call, on every node. Take one before reading what is to be indexed under it. */
    @Connectable
    public long nextIndexVersion() {
        return rows.nextIndexVersion();
    }

    /** For stock: goods of these SKUs ran out or came back, so look again what their listings can say. */
    @Transactional
    public void stockTurned(Collection<UUID> skuIds) {
        shelf.stockTurned(skuIds);
    }

    /** For enrolments: prices of a campaign began or ended by the clock. */
    @Transactional
    public void pricesTurned(Set<UUID> ids) {
        prices.turned(amending.lock(ids));
    }

    /** For sales: this many more pieces were sold of these listings. */
    @Transactional
    public void soldMore(Map<UUID, Long> pieces) {
        shelf.soldMore(pieces);
    }
}
