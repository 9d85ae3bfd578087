package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.categories.Categories;

/**
 * What a listing shows of itself beyond its words: on the shelf or not, in stock or not, how much was sold. Each
 * change locks the listings by id first, so that what the next statement sees of reasons and stock is the latest.
 */
@Singleton
class Shelf {
    private static final String LOCK = "select id from catalog.listing where id = any(?) order by id for no key update";

    private final JdbcOperations jdbc;
    private final Announcer announcer;
    private final Categories categories;

    Shelf(JdbcOperations jdbc, Announcer announcer, Categories categories) {
        this.jdbc = jdbc;
        this.announcer = announcer;
        this.categories = categories;
    }

    boolean publish(UUID id) {
        List<UUID> found = lock(LOCK, Set.of(id));
        jdbc.prepareStatement("""
                update catalog.listing set status = 'PUBLISHED', published_at = marketplace.clock_now()
                where id = ? and status <> 'PUBLISHED'
                """, statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
        look(found);
        return !found.isEmpty();
    }

    void withdraw(Set<UUID> ids, OffShelfReason reason, String reference) {
        List<UUID> found = lock(LOCK, ids);
        jdbc.prepareStatement("""
                insert into catalog.off_shelf_reason (listing_id, reason, reference)
                select unnest(?), ?, ? on conflict do nothing
                """, statement -> {
            statement.setArray(1, uuids(statement, found));
            statement.setString(2, reason.name());
            statement.setString(3, reference);
            return statement.executeUpdate();
        });
        look(found);
    }

    void restore(Set<UUID> ids, OffShelfReason reason, String reference) {
        List<UUID> found = lock(LOCK, ids);
        jdbc.prepareStatement("""
                delete from catalog.off_shelf_reason where listing_id = any(?) and reason = ? and reference = ?
                """, statement -> {
            statement.setArray(1, uuids(statement, found));
            statement.setString(2, reason.name());
            statement.setString(3, reference);
            return statement.executeUpdate();
        });
        look(found);
    }

    Set<OffShelfReason> reasons(UUID id) {
        return jdbc.prepareStatement("select reason from catalog.off_shelf_reason where listing_id = ?", statement -> {
            statement.setObject(1, id);
            Set<OffShelfReason> reasons = EnumSet.noneOf(OffShelfReason.class);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reasons.add(OffShelfReason.valueOf(rows.getString(1)));
                }
            }
            return reasons;
        });
    }

    /** Puts every listing where its status and its reasons say. */
    private void look(List<UUID> locked) {
        announce(locked, """
                update catalog.listing l set on_shelf = not l.on_shelf, version = l.version + 1
                where l.id = any(?) and l.on_shelf <> (l.status = 'PUBLISHED'
                    and not exists (select from catalog.off_shelf_reason r where r.listing_id = l.id))
                returning l.id
                """);
        categories.goodsMoved();
    }

    void stockTurned(Collection<UUID> skuIds) {
        List<UUID> locked = lock("""
                select id from catalog.listing
                where id = any(array(select listing_id from catalog.sku where id = any(?)))
                order by id for no key update
                """, skuIds);
        announce(locked, """
                update catalog.listing l set in_stock = not l.in_stock
                where l.id = any(?) and l.in_stock <> exists (
                    select from catalog.sku k join catalog.stock s on s.sku_id = k.id
                    where k.listing_id = l.id and (s.on_hand > s.held or s.quota > s.promised or exists (
                        select from catalog.stock_bucket b where b.sku_id = k.id and b.pieces > b.held)))
                returning l.id
                """);
    }

    void soldMore(Map<UUID, Long> pieces) {
        List<UUID> locked = lock(LOCK, pieces.keySet());
        jdbc.prepareStatement("""
                update catalog.listing l set sold = l.sold + m.quantity
                from unnest(?::uuid[], ?::bigint[]) as m (id, quantity) where l.id = m.id
                """, statement -> {
            statement.setArray(1, uuids(statement, pieces.keySet()));
            statement.setArray(2, longs(statement, pieces.values()));
            return statement.executeUpdate();
        });
        announcer.changed(locked);
    }

    private List<UUID> lock(String sql, Collection<UUID> ids) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, uuids(statement, ids));
            return ListingRows.ids(statement.executeQuery());
        });
    }

    private void announce(List<UUID> locked, String update) {
        if (!locked.isEmpty()) {
            announcer.changed(lock(update, locked));
        }
    }
}
