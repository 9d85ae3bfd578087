package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Saving;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.catalog.stock.Adjustment;
import terrace.catalog.stock.Stock;
import terrace.marketplace.ids.Ids;

/**
 * Brings goods that are there already to what their rows say, by the way every edit goes: what could mislead waits for
 * an operator. And takes it back.
 */
@Singleton
class KnownGoods {
    /** Under this reference a listing is off the shelf because its import was undone. */
    static final String UNDONE = "sheet-undone";

    private static final String REASON = "sheet";

    private final RowRules rules;
    private final Listings listings;
    private final Moderation moderation;
    private final Stock stock;
    private final ImportRows rows;
    private final Answers answers;

    KnownGoods(
            RowRules rules, Listings listings, Moderation moderation, Stock stock, ImportRows rows, Answers answers) {
        this.rules = rules;
        this.answers = answers;
        this.listings = listings;
        this.moderation = moderation;
        this.stock = stock;
        this.rows = rows;
    }

    List<Outcome> change(SheetImport sheet, Map<UUID, List<SheetRow>> rowsOfListings, List<FreightTemplate> freight) {
        List<Outcome> outcomes = new ArrayList<>();
        if (rowsOfListings.isEmpty()) {
            return outcomes;
        }
        listings.restoreAll(rowsOfListings.keySet(), OffShelfReason.OWN_CHOICE, UNDONE);
        Map<UUID, Listing> known = listings.byIds(rowsOfListings.keySet());
        rowsOfListings.forEach(
                (id, sizes) -> outcomes.addAll(change(sheet, Objects.requireNonNull(known.get(id)), sizes, freight)));
        return outcomes;
    }

    private List<Outcome> change(
            SheetImport sheet, Listing listing, List<SheetRow> sizes, List<FreightTemplate> freight) {
        List<Goods> goods = sizes.stream().map(row -> rules.goods(row, freight)).toList();
        NewListing before = moderation.wanted(listing);
        NewListing wanted = wanted(before, goods);
        boolean same = wanted.equals(before);
        if (!same && !save(sheet, listing, wanted, sizes)) {
            return List.of();
        }
        Map<String, UUID> skus = new HashMap<>();
        wanted.skus().forEach(sku -> skus.put(sku.name(), sku.id()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            UUID sku = Objects.requireNonNull(skus.get(goods.get(i).sku()));
            boolean words = !same && i == 0;
            counted(sheet.id(), sizes.get(i), goods.get(i), sku)
                    .map(count -> outcome(count, listing.id(), words ? before : null, words ? wanted : null))
                    .ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private static Outcome outcome(Count count, UUID listing, @Nullable NewListing before, @Nullable NewListing after) {
        boolean moved = count.before() != count.after();
        return new Outcome(
                count.row(),
                before == null && !moved ? Outcome.Kind.SAME : Outcome.Kind.CHANGED,
                listing,
                count.sku(),
                before,
                after,
                moved ? count.before() : null,
                moved ? count.after() : null);
    }

    /** Sizes that the sheet does not name stay as they are. */
    private static NewListing wanted(NewListing before, List<Goods> sizes) {
        Map<String, Goods> named = new HashMap<>();
        sizes.forEach(size -> named.put(size.sku(), size));
        List<NewSku> skus = new ArrayList<>();
        for (NewSku sku : before.skus()) {
            Goods size = named.remove(sku.name());
            skus.add(size == null ? sku : new NewSku(sku.id(), sku.name(), size.priceFen(), size.grams(), sku.code()));
        }
        sizes.stream()
                .filter(size -> named.containsKey(size.sku()))
                .forEach(size ->
                        skus.add(new NewSku(Ids.next(), size.sku(), size.priceFen(), size.grams(), size.code())));
        Goods goods = sizes.getFirst();
        return new NewListing(before.id(), before.merchantId(), goods.about(before.about()), List.copyOf(skus));
    }

    private boolean save(SheetImport sheet, Listing listing, NewListing wanted, List<SheetRow> sizes) {
        Optional<Saving> saving = moderation.save(sheet.merchantId(), listing.version(), wanted, sheet.actor());
        return switch (saving.orElseThrow()) {
            case Saving.Saved saved -> true;
            case Saving.Conflict conflict -> {
                refuse(sheet, sizes, Column.CODE, Reason.SAVED_MEANWHILE, "");
                yield false;
            }
            case Saving.Refused(Set<Fault> faults)
            when faults.equals(Set.of(Fault.ATTRIBUTE)) -> {
                String missing = answers.missing(
                        wanted.about().categoryId(), wanted.about().attributes());
                refuse(sheet, sizes, Column.ATTRIBUTES, Reason.ATTRIBUTE_MISSING, missing);
                yield false;
            }
            case Saving.Refused refused -> {
                refuse(
                        sheet,
                        sizes,
                        Column.CODE,
                        Reason.LISTING_RULES,
                        refused.faults().toString());
                yield false;
            }
        };
    }

    /** What counting did to a size. */
    private record Count(int row, UUID sku, long before, long after) {}

    private Optional<Count> counted(UUID importId, SheetRow row, Goods goods, UUID sku) {
        long before = stock.lockOnHand(sku);
        long wanted = goods.stock().orElse(before);
        if (before != wanted && stock.count(sku, wanted, REASON) instanceof Adjustment.Promised promised) {
            rows.refuse(
                    importId,
                    row.number(),
                    List.of(new SheetFault(Column.STOCK, Reason.STOCK_PROMISED, Long.toString(promised.held()))));
            return Optional.empty();
        }
        return Optional.of(new Count(row.number(), sku, before, wanted));
    }

    private void refuse(SheetImport sheet, List<SheetRow> sizes, Column column, Reason reason, String detail) {
        sizes.forEach(row -> rows.refuse(sheet.id(), row.number(), List.of(new SheetFault(column, reason, detail))));
    }

    /** A size once offered is not taken away, since orders name it; without stock it is not sold. */
    private static NewListing withSizesOf(NewListing before, Listing listing) {
        List<NewSku> skus = new ArrayList<>(before.skus());
        Set<UUID> known = before.skus().stream().map(NewSku::id).collect(Collectors.toSet());
        listing.skus().stream()
                .filter(sku -> !known.contains(sku.id()))
                .forEach(sku -> skus.add(new NewSku(sku.id(), sku.name(), sku.priceFen(), sku.grams(), sku.code())));
        return before.with(List.copyOf(skus));
    }

    /** What was changed again since stays; of stock only the difference that the sheet made goes back. */
    void undo(SheetImport sheet, Outcome outcome) {
        UUID listingId = outcome.listingId();
        if (listingId == null) {
            return;
        }
        if (outcome.kind() == Outcome.Kind.CREATED) {
            listings.withdrawAll(Set.of(listingId), OffShelfReason.OWN_CHOICE, UNDONE);
            return;
        }
        NewListing before = outcome.before();
        Listing listing =
                Objects.requireNonNull(listings.byIds(Set.of(listingId)).get(listingId));
        if (before != null && moderation.wanted(listing).equals(outcome.after())) {
            var _ = moderation.save(sheet.merchantId(), listing.version(), withSizesOf(before, listing), sheet.actor());
        }
        Long stockBefore = outcome.stockBefore();
        Long stockAfter = outcome.stockAfter();
        UUID sku = outcome.skuId();
        if (sku != null && stockBefore != null && stockAfter != null) {
            long now = stock.lockOnHand(sku);
            // refused where buyers hold more than would be left: then what is promised stays
            var _ = stock.count(sku, Math.max(0, now - stockAfter + stockBefore), REASON);
        }
    }
}
