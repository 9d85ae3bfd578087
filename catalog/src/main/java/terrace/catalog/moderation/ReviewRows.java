package terrace.catalog.moderation;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.moderation.Change.Field;
import terrace.catalog.moderation.Review.Kind;
import terrace.catalog.moderation.Review.State;

/** Keeps what waits for operators and what became of it. */
@Singleton
class ReviewRows {
    private static final String SELECT = "select * from catalog.review where ";

    private final JdbcOperations jdbc;

    ReviewRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first, those after the one given. */
    List<Review> waiting(@Nullable Review after, int limit) {
        String beyond = after == null ? "" : " and (submitted_at, id) > (?, ?)";
        return reviews(SELECT + "state = 'PENDING'" + beyond + " order by submitted_at, id limit ?", statement -> {
            int place = 1;
            if (after != null) {
                statement.setObject(place++, after.submittedAt().atOffset(ZoneOffset.UTC));
                statement.setObject(place++, after.id());
            }
            statement.setInt(place, limit);
        });
    }

    @Nullable
    Review byId(UUID id) {
        return first(SELECT + "id = ?", id);
    }

    /** Locks it. */
    @Nullable
    Review locked(UUID id) {
        return first(SELECT + "id = ? for update", id);
    }

    @Nullable
    Review waitingOf(UUID listingId) {
        return first(SELECT + "listing_id = ? and state = 'PENDING'", listingId);
    }

    @Nullable
    Review latestOf(UUID listingId) {
        return first(SELECT + "listing_id = ? order by submitted_at desc, id desc limit 1", listingId);
    }

    void add(UUID id, UUID listingId, UUID merchantId, Kind kind, UUID actor, List<Change> changes) {
        jdbc.prepareStatement("""
                insert into catalog.review (id, listing_id, merchant_id, kind, submitted_by) values (?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, listingId);
            statement.setObject(3, merchantId);
            statement.setString(4, kind.name());
            statement.setObject(5, actor);
            return statement.executeUpdate();
        });
        jdbc.prepareStatement("""
                insert into catalog.review_change (review_id, position, field, sku_id, before, after)
                values (?, ?, ?, ?, ?, ?)
                """, statement -> {
            int position = 0;
            for (Change change : changes) {
                statement.setObject(1, id);
                statement.setInt(2, position++);
                statement.setString(3, change.field().name());
                statement.setObject(4, change.skuId());
                statement.setString(5, change.before());
                statement.setString(6, change.after());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    void overtake(UUID id) {
        jdbc.prepareStatement(
                "update catalog.review set state = 'OVERTAKEN' where id = ? and state = 'PENDING'", statement -> {
                    statement.setObject(1, id);
                    return statement.executeUpdate();
                });
    }

    void decide(UUID id, State state, UUID operator, String reason) {
        jdbc.prepareStatement("""
                update catalog.review
                set state = ?, decided_by = ?, decided_at = marketplace.clock_now(), reason = ? where id = ?
                """, statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, operator);
            statement.setString(3, reason);
            statement.setObject(4, id);
            return statement.executeUpdate();
        });
    }

    private @Nullable Review first(String sql, UUID id) {
        List<Review> found = reviews(sql, statement -> statement.setObject(1, id));
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Review> reviews(String sql, Filling filling) {
        List<Review> bare = jdbc.prepareStatement(sql, statement -> {
            filling.into(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<Review> reviews = new ArrayList<>();
                while (rows.next()) {
                    reviews.add(review(rows));
                }
                return reviews;
            }
        });
        Map<UUID, List<Change>> changes = bare.isEmpty()
                ? Map.of()
                : changes(bare.stream().map(Review::id).toList());
        return bare.stream()
                .map(review -> review.with(List.copyOf(changes.getOrDefault(review.id(), List.of()))))
                .toList();
    }

    private Map<UUID, List<Change>> changes(List<UUID> reviewIds) {
        return jdbc.prepareStatement(
                "select * from catalog.review_change where review_id = any(?) order by review_id, position",
                statement -> {
                    statement.setArray(1, uuids(statement, reviewIds));
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<UUID, List<Change>> changes = new HashMap<>();
                        while (rows.next()) {
                            changes.computeIfAbsent(
                                            rows.getObject("review_id", UUID.class), unseen -> new ArrayList<>())
                                    .add(new Change(
                                            Field.valueOf(rows.getString("field")),
                                            rows.getObject("sku_id", UUID.class),
                                            rows.getString("before"),
                                            rows.getString("after")));
                        }
                        return changes;
                    }
                });
    }

    private static Review review(ResultSet rows) throws SQLException {
        OffsetDateTime decidedAt = rows.getObject("decided_at", OffsetDateTime.class);
        return new Review(
                rows.getObject("id", UUID.class),
                rows.getObject("listing_id", UUID.class),
                rows.getObject("merchant_id", UUID.class),
                Kind.valueOf(rows.getString("kind")),
                State.valueOf(rows.getString("state")),
                rows.getObject("submitted_by", UUID.class),
                rows.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                rows.getObject("decided_by", UUID.class),
                decidedAt == null ? null : decidedAt.toInstant(),
                rows.getString("reason"),
                List.of());
    }

    /** Fills the places of a statement. */
    private interface Filling {
        void into(PreparedStatement statement) throws SQLException;
    }
}
