package terrace.catalog.listings;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;

/** Changes prices, keeps what they were, and keeps the card's price that of the cheapest SKU. */
@Singleton
class Prices {
    private final JdbcOperations jdbc;
    private final Announcer announcer;

    Prices(JdbcOperations jdbc, Announcer announcer) {
        this.jdbc = jdbc;
        this.announcer = announcer;
    }

    PriceChange change(UUID skuId, long fen) {
        if (!ListingRules.isPrice(fen)) {
            return new PriceChange.OutOfRange();
        }
        UUID listingId = lockListing(skuId);
        if (listingId == null) {
            return new PriceChange.NoSuchSku();
        }
        long before = price(skuId);
        if (before == fen) {
            return new PriceChange.Same();
        }
        jdbc.prepareStatement("""
                with changed as (update catalog.sku set price_fen = ? where id = ? returning id, price_fen)
                insert into catalog.price_history (sku_id, price_fen) select id, price_fen from changed
                """, statement -> {
            statement.setLong(1, fen);
            statement.setObject(2, skuId);
            return statement.executeUpdate();
        });
        showCheapest(listingId);
        announcer.changed(List.of(listingId));
        return new PriceChange.Changed(before);
    }

    List<PricePoint> history(UUID skuId) {
        return jdbc.prepareStatement(
                "select price_fen, since from catalog.price_history where sku_id = ? order by number", statement -> {
                    statement.setObject(1, skuId);
                    try (ResultSet rows = statement.executeQuery()) {
                        List<PricePoint> points = new ArrayList<>();
                        while (rows.next()) {
                            points.add(new PricePoint(
                                    rows.getLong(1),
                                    rows.getObject(2, OffsetDateTime.class).toInstant()));
                        }
                        return points;
                    }
                });
    }

    /** Two prices of one listing that change at once must not both believe to know the cheapest. */
    private @Nullable UUID lockListing(UUID skuId) {
        return jdbc.prepareStatement("""
                select l.id from catalog.sku s join catalog.listing l on l.id = s.listing_id
                where s.id = ? for no key update of l
                """, statement -> {
            statement.setObject(1, skuId);
            return ListingRows.ids(statement.executeQuery()).stream()
                    .findFirst()
                    .orElse(null);
        });
    }

    private long price(UUID skuId) {
        return jdbc.prepareStatement("select price_fen from catalog.sku where id = ?", statement -> {
            statement.setObject(1, skuId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private void showCheapest(UUID listingId) {
        long[] cheapest = jdbc.prepareStatement("""
                select price_fen, grams from catalog.sku where listing_id = ? order by price_fen, position limit 1
                """, statement -> {
            statement.setObject(1, listingId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new long[] {rows.getLong(1), rows.getLong(2)};
            }
        });
        jdbc.prepareStatement("""
                update catalog.listing set price_from_fen = ?, grams = ?, per_jin_fen = ?, version = version + 1
                where id = ?
                """, statement -> {
            statement.setLong(1, cheapest[0]);
            statement.setLong(2, cheapest[1]);
            statement.setLong(3, Money.perJin(cheapest[0], cheapest[1]));
            statement.setObject(4, listingId);
            return statement.executeUpdate();
        });
    }
}
