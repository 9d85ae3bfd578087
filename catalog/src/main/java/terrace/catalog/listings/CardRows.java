package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.AMONG_IDS;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;

/** Reads cards: one short row each by keyset, and beside it the campaign price where one holds; lists keep the order
 * of ordinary prices. */
@Singleton
class CardRows {
    private static final int LIMIT_MAX = 200;
    private static final String COLUMNS = """
            id, title, merchant_id, county_code, coalesce(nullif(cover, ''), motif) as motif,
            coalesce(campaign.now_fen, price_from_fen) as shown_fen, coalesce(campaign.now_grams, grams) as shown_grams,
            sold, reviews, stars, in_stock, shelf_life_days,
            case when campaign.now_fen is not null then campaign.now_was
                when was_until is not null and was_until > marketplace.clock_now() then was_fen end as shown_was
            """;
    private static final String FROM = """
             from catalog.listing card left join lateral (
                select p.price_fen as now_fen, p.grams as now_grams, p.was_fen as now_was from catalog.campaign_price p
                where p.listing_id = card.id and p.price_fen < card.price_from_fen order by p.price_fen limit 1)
                campaign on true where
            """;

    private final JdbcOperations jdbc;

    CardRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Slice<ListingCard> slice(CardFilter filter, Sort sort, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, sort);
        int size = Math.clamp(limit, 1, LIMIT_MAX);
        String sql = "select " + COLUMNS + ", " + sort.column() + " as sort_key" + FROM
                + filter.where() + (cursor == null ? "" : " and " + sort.beyond())
                + " order by " + sort.orderBy() + " limit ?";
        return jdbc.prepareStatement(sql, statement -> {
            int index = 1;
            for (Object parameter : filter.parameters()) {
                statement.setObject(index++, parameter);
            }
            if (cursor != null) {
                statement.setObject(index++, cursor.sqlKey());
                statement.setObject(index++, cursor.id());
            }
            statement.setInt(index, size + 1); // one more tells whether anything follows
            try (ResultSet rows = statement.executeQuery()) {
                return slice(rows, sort, size);
            }
        });
    }

    private static Slice<ListingCard> slice(ResultSet rows, Sort sort, int size) throws SQLException {
        List<ListingCard> cards = new ArrayList<>(size);
        String next = null;
        while (rows.next()) {
            if (cards.size() == size) {
                return new Slice<>(cards, next);
            }
            ListingCard card = card(rows);
            cards.add(card);
            if (cards.size() == size) {
                long key = sort == Sort.NEWEST
                        ? Cursor.micros(rows.getObject("sort_key", OffsetDateTime.class))
                        : rows.getLong("sort_key");
                next = new Cursor(sort, key, card.id()).written();
            }
        }
        return new Slice<>(cards, null);
    }

    List<ListingCard> byIds(List<UUID> ids) {
        Map<UUID, ListingCard> cards =
                jdbc.prepareStatement("select " + COLUMNS + FROM + "id = " + AMONG_IDS + " and on_shelf", statement -> {
                    statement.setArray(1, uuids(statement, ids));
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<UUID, ListingCard> found = new HashMap<>();
                        while (rows.next()) {
                            ListingCard card = card(rows);
                            found.put(card.id(), card);
                        }
                        return found;
                    }
                });
        return ids.stream().distinct().map(cards::get).filter(Objects::nonNull).toList();
    }

    Map<String, Long> countsByProvince() {
        String sql = "select province_code, count(*) from catalog.listing where on_shelf group by province_code";
        return jdbc.prepareStatement(sql, statement -> {
            Map<String, Long> counts = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        });
    }

    private static ListingCard card(ResultSet rows) throws SQLException {
        long fen = rows.getLong("shown_fen");
        long grams = rows.getLong("shown_grams");
        return new ListingCard(
                rows.getObject("id", UUID.class),
                rows.getString("title"),
                rows.getObject("merchant_id", UUID.class),
                rows.getString("county_code"),
                rows.getString("motif"),
                fen,
                grams,
                rows.getInt("shelf_life_days") > 0 ? Money.perJin(fen, grams) : 0,
                rows.getLong("sold"),
                rating(rows),
                rows.getBoolean("in_stock"),
                rows.getObject("shown_was", Long.class));
    }

    static ListingCard.Rating rating(ResultSet rows) throws SQLException {
        return new ListingCard.Rating(rows.getLong("reviews"), rows.getLong("stars"));
    }

    /** Where a list of cards was left off: the sort key of the last card and its id. */
    record Cursor(Sort sort, long key, UUID id) {
        private static final int BYTES = 1 + 3 * Long.BYTES;

        String written() {
            byte[] bytes = ByteBuffer.allocate(BYTES)
                    .put((byte) sort.letter())
                    .putLong(key)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        /** Null, and so the first page, for what nobody here has written or what belongs to another order. */
        static @Nullable Cursor read(@Nullable String written, Sort sort) {
            if (written == null) {
                return null;
            }
            byte[] bytes;
            try {
                bytes = Base64.getUrlDecoder().decode(written);
            } catch (IllegalArgumentException e) {
                return null;
            }
            if (bytes.length != BYTES || bytes[0] != sort.letter()) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, BYTES - 1);
            return new Cursor(sort, buffer.getLong(), new UUID(buffer.getLong(), buffer.getLong()));
        }

        /** Instants are kept in microseconds, as fine as PostgreSQL keeps them. */
        static long micros(OffsetDateTime time) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
        }

        Object sqlKey() {
            return sort == Sort.NEWEST
                    ? Instant.EPOCH.plus(key, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)
                    : (Object) key;
        }
    }
}
