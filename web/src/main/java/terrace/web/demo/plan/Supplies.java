package terrace.web.demo.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import terrace.catalog.listings.Storage;
import terrace.marketplace.merchants.Merchant;
import terrace.web.demo.plan.Facts.Goods;
import terrace.web.demo.plan.Facts.Seller;
import terrace.web.demo.plan.Facts.Vat;
import terrace.web.demo.plan.PlannedListing.PlannedSku;

/** What villages buy: planned beside the goods of the facts, so that those keep their ids and nobody deals in these. */
public final class Supplies {
    /** Columns of the table. */
    private static final int STORY = 4;

    private static final int SEASON = 5;
    private static final int SHELF_DAYS = 6;
    private static final int VAT = 7;
    private static final int SIZES = 8;

    private Supplies() {}

    public static List<PlannedListing> planned() {
        Map<String, Seller> sellers = new HashMap<>();
        Table.read("suppliers.tsv").stream()
                .map(row -> new Seller(row.text(0), row.text(1), Merchant.Kind.valueOf(row.text(2)), row.text(3)))
                .forEach(seller -> sellers.put(seller.code(), seller));
        return Table.read("supplies.tsv").stream()
                .map(row -> planned(row, Objects.requireNonNull(sellers.get(row.text(0)), row.text(0))))
                .toList();
    }

    private static PlannedListing planned(Table.Row row, Seller seller) {
        String title = row.text(3);
        return new PlannedListing(
                Seed.id(0, "listing", seller.code(), title),
                seller,
                goods(row),
                title,
                row.text(STORY),
                seller.county(),
                "",
                row.text(SEASON),
                skus(row.list(SIZES, "/"), seller, title));
    }

    private static Goods goods(Table.Row row) {
        return new Goods(
                row.text(1),
                List.of(),
                row.text(2),
                Storage.AMBIENT,
                row.number(SHELF_DAYS),
                false,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                "",
                Vat.valueOf(row.text(VAT)),
                "");
    }

    private static List<PlannedSku> skus(List<String> sizes, Seller seller, String title) {
        List<PlannedSku> skus = new ArrayList<>();
        for (String size : sizes) {
            String[] parts = size.split(":", -1);
            skus.add(new PlannedSku(
                    Seed.id(0, "sku", seller.code(), title, parts[0]),
                    parts[0],
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    seller.code() + "-" + (skus.size() + 1),
                    Integer.parseInt(parts[3])));
        }
        return skus;
    }
}
