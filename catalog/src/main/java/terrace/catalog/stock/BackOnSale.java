package terrace.catalog.stock;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Movement.Kind;

/** Sold goods that are for sale again: an order was called off before it was sent, or a parcel came back. */
@Singleton
public class BackOnSale {
    /**
     * Of a harvest that came, the pieces that lie here for nobody any more: what came beyond what is still owed. Fewer
     * are owed in any case.
     */
    private static final String OWED_LESS = """
            with due as (
                select id, sold, arrived from catalog.harvest
                where sku_id = ? and expected_on = ? and state = 'CONFIRMED' order by id desc limit 1 for update),
            less as (update catalog.harvest h set sold = h.sold - least(h.sold, ?) from due where h.id = due.id)
            select least(?, greatest(0, arrived - greatest(0, sold - ?)) - greatest(0, arrived - sold)) from due
            """;

    private static final String PROMISED_LESS = """
            update catalog.stock set promised = promised - ?
            where sku_id = ? and ships_from = ? and promised >= ? returning quota - promised
            """;

    private final StockRows rows;
    private final Listings listings;
    private final JdbcOperations jdbc;

    BackOnSale(StockRows rows, Listings listings, JdbcOperations jdbc) {
        this.rows = rows;
        this.listings = listings;
        this.jdbc = jdbc;
    }

    /**
     * Puts goods back on sale in the caller's transaction; SKUs are locked in the order of their ids. What was sold
     * from a harvest goes back to the harvest.
     *
     * @param reference what it belongs to; goods on hand of one reference come back once
     */
    @Transactional
    public void giveBack(Collection<GoodsBack> goods, String reason, String reference) {
        List<UUID> turned = new ArrayList<>();
        goods.stream().sorted(Comparator.comparing(GoodsBack::skuId)).forEach(each -> {
            if (each.quantity() <= 0) {
                throw new IllegalArgumentException("what comes back is at least one piece");
            }
            StockRows.Counted before = rows.lock(each.skuId());
            LocalDate day = each.shipsFrom();
            long onHand = day == null ? each.quantity() : early(each.skuId(), each.quantity(), day);
            if (onHand > 0 && !rows.isEntered(each.skuId(), reference)) {
                rows.move(each.skuId(), Kind.IN, onHand, reason, reference);
            }
            if (before.available() == 0) {
                turned.add(each.skuId());
            }
        });
        if (!turned.isEmpty()) {
            listings.stockTurned(turned);
        }
    }

    /** How many of them are on hand. */
    private long early(UUID skuId, long quantity, LocalDate day) {
        boolean promisedLess = jdbc.prepareStatement(PROMISED_LESS, (PreparedStatement statement) -> {
            statement.setLong(1, quantity);
            statement.setObject(2, skuId);
            statement.setObject(3, day);
            statement.setLong(4, quantity);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
        return promisedLess ? 0 : owedLess(skuId, quantity, day);
    }

    private long owedLess(UUID skuId, long quantity, LocalDate day) {
        return jdbc.prepareStatement(OWED_LESS, (PreparedStatement statement) -> {
            statement.setObject(1, skuId);
            statement.setObject(2, day);
            statement.setLong(3, quantity);
            statement.setLong(4, quantity);
            statement.setLong(5, quantity);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }
}
