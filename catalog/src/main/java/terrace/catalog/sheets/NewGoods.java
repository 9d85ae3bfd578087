package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Offering;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.catalog.stock.Receipt;
import terrace.catalog.stock.Stock;
import terrace.marketplace.ids.Ids;

/**
 * Makes drafts of rows whose code is new, and gives them to the operators: the rows of one code are one listing, each a
 * size of it.
 */
@Singleton
class NewGoods {
    private static final String REASON = "sheet";

    private final RowRules rules;
    private final Listings listings;
    private final Stock stock;
    private final SheetCodes codes;
    private final ImportRows rows;
    private final Moderation moderation;

    NewGoods(RowRules rules, Listings listings, Stock stock, SheetCodes codes, ImportRows rows, Moderation moderation) {
        this.rows = rows;
        this.moderation = moderation;
        this.rules = rules;
        this.listings = listings;
        this.stock = stock;
        this.codes = codes;
    }

    List<Outcome> make(SheetImport sheet, Map<String, List<SheetRow>> rowsOfCodes, List<FreightTemplate> freight) {
        if (rowsOfCodes.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> codeOf = new LinkedHashMap<>();
        List<NewListing> made = new ArrayList<>();
        Map<UUID, List<Receipt>> receipts = new HashMap<>();
        rowsOfCodes.forEach((code, sizes) -> {
            List<Goods> goods =
                    sizes.stream().map(row -> rules.goods(row, freight)).toList();
            NewListing listing = listing(sheet.merchantId(), goods);
            codeOf.put(listing.id(), code);
            made.add(listing);
            for (int i = 0; i < goods.size(); i++) {
                long pieces = goods.get(i).stock().orElse(0);
                if (pieces > 0) {
                    receipts.computeIfAbsent(listing.id(), unseen -> new ArrayList<>())
                            .add(new Receipt(listing.skus().get(i).id(), pieces));
                }
            }
        });
        Set<UUID> refused = refused(sheet.id(), listings.draftAll(made), codeOf, rowsOfCodes);
        receipts.keySet().removeAll(refused);
        if (!receipts.isEmpty()) {
            stock.receiveAll(receipts.values().stream().flatMap(List::stream).toList(), REASON);
        }
        Map<String, UUID> added = new HashMap<>();
        codeOf.forEach((id, code) -> {
            if (!refused.contains(id)) {
                added.put(code, id);
            }
        });
        codes.add(sheet.merchantId(), added);
        added.values().forEach(id -> moderation.submit(sheet.merchantId(), id, sheet.actor()));
        return outcomes(rowsOfCodes, added);
    }

    /** What a rule of listings, not of rows, speaks against. */
    private Set<UUID> refused(
            UUID importId,
            List<Offering> offerings,
            Map<UUID, String> codeOf,
            Map<String, List<SheetRow>> rowsOfCodes) {
        Set<UUID> refused = new HashSet<>();
        for (Offering offering : offerings) {
            if (offering instanceof Offering.Refused(UUID id, Set<Fault> faults)) {
                refused.add(id);
                rowsOfCodes
                        .getOrDefault(codeOf.getOrDefault(id, ""), List.of())
                        .forEach(row -> rows.refuse(
                                importId,
                                row.number(),
                                List.of(new SheetFault(Column.CODE, Reason.LISTING_RULES, faults.toString()))));
            }
        }
        return refused;
    }

    private static List<Outcome> outcomes(Map<String, List<SheetRow>> rowsOfCodes, Map<String, UUID> added) {
        List<Outcome> outcomes = new ArrayList<>();
        rowsOfCodes.forEach((code, rows) -> rows.forEach(row -> outcomes.add(
                new Outcome(row.number(), Outcome.Kind.CREATED, added.get(code), null, null, null, null, null))));
        return outcomes;
    }

    private static NewListing listing(UUID merchantId, List<Goods> sizes) {
        Goods goods = sizes.getFirst();
        return new NewListing(
                Ids.next(),
                merchantId,
                goods.about(),
                sizes.stream()
                        .map(size -> new NewSku(Ids.next(), size.sku(), size.priceFen(), size.grams(), size.code()))
                        .toList());
    }
}
