package terrace.catalog.ratings;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.listings.ListingsChanged;
import terrace.marketplace.events.Events;

/** The door by which those who keep reviews tell how goods are rated now. */
@Singleton
public class Ratings {
    /** How many may be told at once. */
    public static final int LISTINGS_MAX = ListingsChanged.IDS_MAX;

    private final JdbcOperations jdbc;
    private final Events events;

    Ratings(JdbcOperations jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Writes down how these are rated; told twice, or late, it is the same. Joins the caller's transaction.
     *
     * @param now read while the listings are held, so that of two who tell at once the later tells the newer; what it
     *     leaves out is not rated
     */
    @Transactional
    public void tell(Set<UUID> listingIds, Function<Collection<UUID>, Map<UUID, Rating>> now) {
        List<UUID> held =
                ids("select id from catalog.listing where id = any(?) order by id for no key update", statement -> {
                    statement.setArray(1, uuids(statement, listingIds));
                });
        Map<UUID, Rating> read = now.apply(held);
        List<Rating> ratings =
                held.stream().map(id -> read.getOrDefault(id, Rating.NONE)).toList();
        List<UUID> changed = ids("""
                update catalog.listing l set reviews = r.reviews, stars = r.stars
                from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as r (id, reviews, stars)
                where l.id = r.id and (l.reviews, l.stars) <> (r.reviews, r.stars) returning l.id
                """, statement -> {
            statement.setArray(1, uuids(statement, held));
            statement.setArray(
                    2, longs(statement, ratings.stream().map(Rating::count).toList()));
            statement.setArray(
                    3, longs(statement, ratings.stream().map(Rating::stars).toList()));
        });
        if (!changed.isEmpty()) {
            events.publish(new ListingsChanged(changed));
        }
    }

    private List<UUID> ids(String sql, Binding binding) {
        return jdbc.prepareStatement(sql, statement -> {
            binding.bind(statement);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
