package terrace.catalog.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Sku;
import terrace.catalog.moderation.Change.Field;

/** Tells what of an edited listing shoppers must not see before an operator did, and puts such changes in. */
final class Sensitive {
    private static final int RISE_PERCENT_MAX = 30;

    private Sensitive() {}

    static NewListing asIs(Listing listing) {
        return with(listing, List.of());
    }

    /** The listing as it would be with these changes. */
    static NewListing with(Listing listing, List<Change> changes) {
        Map<Field, String> words = new HashMap<>();
        Map<UUID, String> prices = new HashMap<>();
        for (Change change : changes) {
            if (change.skuId() == null) {
                words.put(change.field(), change.after());
            } else {
                prices.put(change.skuId(), change.after());
            }
        }
        About about = listing.about();
        Origin origin = about.origin();
        return new NewListing(
                listing.id(),
                listing.merchantId(),
                about.claiming(
                        words.getOrDefault(Field.TITLE, about.title()),
                        new Origin(
                                words.getOrDefault(Field.COUNTY, origin.countyCode()),
                                words.getOrDefault(Field.VILLAGE, origin.village())),
                        new Looks(
                                words.getOrDefault(Field.PICTURE, about.looks().motif())),
                        new Proof(words.getOrDefault(
                                Field.CERTIFICATES, about.proof().certificates()))),
                listing.skus().stream()
                        .map(sku -> sku(sku, prices.get(sku.id())))
                        .toList());
    }

    private static NewSku sku(Sku sku, @Nullable String priced) {
        return priced == null
                ? new NewSku(sku.id(), sku.name(), sku.priceFen(), sku.grams(), sku.code())
                : new NewSku(sku.id(), sku.name(), Change.fen(priced), Change.grams(priced), sku.code());
    }

    /** What of the wanted has to wait. A new size, and a price that rises by no more than 30 %, have not. */
    static List<Change> changes(Listing present, NewListing wanted) {
        List<Change> changes = new ArrayList<>();
        About was = present.about();
        About will = wanted.about();
        note(changes, Field.TITLE, was.title(), will.title());
        note(changes, Field.PICTURE, was.looks().motif(), will.looks().motif());
        note(changes, Field.COUNTY, was.origin().countyCode(), will.origin().countyCode());
        note(changes, Field.VILLAGE, was.origin().village(), will.origin().village());
        note(
                changes,
                Field.CERTIFICATES,
                was.proof().certificates(),
                will.proof().certificates());
        Map<UUID, Sku> sold = skus(present);
        for (NewSku sku : wanted.skus()) {
            Sku before = sold.get(sku.id());
            if (before != null && risesTooFar(before, sku)) {
                changes.add(new Change(
                        Field.PRICE,
                        sku.id(),
                        Change.priced(before.priceFen(), before.grams()),
                        Change.priced(sku.priceFen(), sku.grams())));
            }
        }
        return changes;
    }

    /** From what it costs now, or from what an operator saw last: small rises that follow each other add up. */
    private static boolean risesTooFar(Sku before, NewSku after) {
        boolean same = after.priceFen() == before.priceFen() && after.grams() == before.grams();
        return !same
                && (risesTooFar(before.priceFen(), before.grams(), after)
                        || risesTooFar(before.reviewedFen(), before.reviewedGrams(), after));
    }

    /** By price or, lest a smaller bag passes for the same, by price for the weight. */
    private static boolean risesTooFar(long fen, long grams, NewSku after) {
        long most = 100 + RISE_PERCENT_MAX;
        return after.priceFen() * 100 > fen * most || after.priceFen() * grams * 100 > fen * after.grams() * most;
    }

    /** The wanted with all that has to wait left as it is. */
    static NewListing harmless(Listing present, NewListing wanted) {
        Map<UUID, Sku> sold = skus(present);
        return new NewListing(
                present.id(),
                present.merchantId(),
                wanted.about().claiming(present.about()),
                wanted.skus().stream()
                        .map(sku -> tamed(sold.get(sku.id()), sku))
                        .toList());
    }

    private static NewSku tamed(@Nullable Sku before, NewSku after) {
        return before == null || !risesTooFar(before, after)
                ? after
                : new NewSku(after.id(), after.name(), before.priceFen(), before.grams(), after.code());
    }

    private static Map<UUID, Sku> skus(Listing listing) {
        Map<UUID, Sku> skus = new HashMap<>();
        listing.skus().forEach(sku -> skus.put(sku.id(), sku));
        return skus;
    }

    private static void note(List<Change> changes, Field field, String before, String after) {
        if (!before.equals(after.strip())) {
            changes.add(new Change(field, null, before, after.strip()));
        }
    }
}
