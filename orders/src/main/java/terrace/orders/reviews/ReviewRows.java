package terrace.orders.reviews;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard.Rating;

/** Keeps reviews; averages are read from an index, never counted up. */
@Singleton
class ReviewRows {
    private static final String SELECT = "select * from orders.review where ";
    private static final String ADD = """
            insert into orders.review (id, order_id, position, listing_id, merchant_id, member_id, author, sku_name,
                stars, text, photos)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (order_id, position) do nothing
            """;
    private static final String REPORT = """
            with said as (
                insert into orders.review_report (review_id, account_id, reason) values (?, ?, ?)
                on conflict do nothing returning review_id, at)
            update orders.review r set reported_at = coalesce(r.reported_at, said.at) from said
            where r.id = said.review_id
            """;

    private final JdbcOperations jdbc;

    ReviewRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the line has one. */
    boolean add(Review review, List<String> photoKeys) {
        return jdbc.prepareStatement(ADD, statement -> {
                    statement.setObject(1, review.id());
                    statement.setObject(2, review.orderId());
                    statement.setInt(3, review.position());
                    statement.setObject(4, review.listingId());
                    statement.setObject(5, review.merchantId());
                    statement.setObject(6, review.memberId());
                    statement.setString(7, review.author());
                    statement.setString(8, review.skuName());
                    statement.setInt(9, review.stars());
                    statement.setString(10, review.text());
                    statement.setArray(11, statement.getConnection().createArrayOf("text", photoKeys.toArray()));
                    return statement.executeUpdate();
                })
                > 0;
    }

    /** By listing; those without reviews that are shown are left out. */
    Map<UUID, Rating> ratings(Collection<UUID> listingIds) {
        return jdbc.prepareStatement("""
                select listing_id, count(*), sum(stars) from orders.review
                where listing_id = any(?) and hidden_reason = '' group by listing_id
                """, statement -> {
            statement.setArray(1, uuids(statement, listingIds));
            Map<UUID, Rating> ratings = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ratings.put(row.getObject(1, UUID.class), new Rating(row.getLong(2), row.getLong(3)));
                }
            }
            return ratings;
        });
    }

    /** Listings with reviews that are shown, after one of them. */
    List<UUID> rated(UUID after, int limit) {
        return jdbc.prepareStatement("""
                select listing_id from orders.review where listing_id > ? and hidden_reason = ''
                group by listing_id order by listing_id limit ?
                """, statement -> {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    List<Review> shown(UUID listingId, UUID before, int limit) {
        return reviews(
                "listing_id = ? and hidden_reason = '' and id < ? order by id desc limit ?", listingId, before, limit);
    }

    List<Review> ofMerchant(UUID merchantId, UUID before, int limit) {
        return reviews("merchant_id = ? and id < ? order by id desc limit ?", merchantId, before, limit);
    }

    List<Review> ofOrder(UUID orderId) {
        return reviews("order_id = ? order by position", orderId);
    }

    /** Reported and not looked at since, the longest first. */
    List<Review> reported(int limit) {
        return reviews("reported_at is not null order by reported_at, id limit ?", limit);
    }

    Optional<Review> byId(UUID id) {
        return reviews("id = ?", id).stream().findFirst();
    }

    Optional<Review> lock(UUID id) {
        return reviews("id = ? for update", id).stream().findFirst();
    }

    void reply(UUID id, String text, UUID actor) {
        run(
                "update orders.review set reply = ?, replied_by = ?, replied_at = marketplace.clock_now() where id = ?",
                text,
                actor,
                id);
    }

    void report(UUID id, UUID accountId, String reason) {
        run(REPORT, id, accountId, reason);
    }

    /** An operator has looked. */
    void judge(UUID id, String hiddenReason) {
        run("update orders.review set hidden_reason = ?, reported_at = null where id = ?", hiddenReason, id);
    }

    List<String> reasons(UUID id) {
        return jdbc.prepareStatement(
                "select reason from orders.review_report where review_id = ? order by at desc limit 5", statement -> {
                    statement.setObject(1, id);
                    List<String> reasons = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            reasons.add(row.getString(1));
                        }
                    }
                    return reasons;
                });
    }

    Optional<String> photoKey(UUID id, int at) {
        return jdbc.prepareStatement("select photos[?] from orders.review where id = ?", statement -> {
            statement.setInt(1, at);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        });
    }

    private void run(String sql, Object... parameters) {
        jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            fill(statement, parameters);
            return statement.executeUpdate();
        });
    }

    private List<Review> reviews(String where, Object... parameters) {
        return jdbc.prepareStatement(SELECT + where, (PreparedStatement statement) -> {
            fill(statement, parameters);
            List<Review> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(review(row));
                }
            }
            return found;
        });
    }

    private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("position"),
                row.getObject("listing_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("author"),
                row.getString("sku_name"),
                row.getInt("stars"),
                row.getString("text"),
                ((String[]) row.getArray("photos").getArray()).length,
                Objects.requireNonNull(instant(row, "written_at")),
                row.getString("reply"),
                instant(row, "replied_at"),
                instant(row, "reported_at"),
                row.getString("hidden_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
