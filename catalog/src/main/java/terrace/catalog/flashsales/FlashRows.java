package terrace.catalog.flashsales;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is in sessions. */
@Singleton
class FlashRows {
    private static final String OFFERS = """
            select o.id, o.enrolment_id, o.campaign_id, o.sku_id, o.listing_id, o.price_fen, o.starts_at, o.ends_at,
                case when o.was_fen > o.price_fen then o.was_fen end as was_fen, o.pieces, o.paused,
                b.taken, b.held, b.waiting
            from catalog.campaign_offer o join catalog.stock_bucket b on b.id = o.id where o.flash and
            """;

    private final JdbcOperations jdbc;

    FlashRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that begin in that time, in order. */
    List<FlashOffer> between(Instant from, Instant until) {
        return offers("o.starts_at >= ? and o.starts_at < ? order by o.starts_at, o.id", statement -> {
            statement.setObject(1, from.atOffset(ZoneOffset.UTC));
            statement.setObject(2, until.atOffset(ZoneOffset.UTC));
        });
    }

    List<FlashOffer> ofEnrolments(List<UUID> ids) {
        return offers(
                "o.enrolment_id = any(?) order by o.starts_at, o.id",
                statement -> statement.setArray(1, uuids(statement, ids)));
    }

    List<FlashOffer> openOf(Collection<UUID> skuIds) {
        return offers("""
                o.sku_id = any(?) and o.starts_at <= (select marketplace.clock_now())
                and o.ends_at > (select marketplace.clock_now()) order by o.sku_id, o.id
                """, statement -> statement.setArray(1, uuids(statement, skuIds)));
    }

    Optional<FlashOffer> byId(UUID id) {
        return offers("o.id = ?", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    /** Open ones with somebody in line. */
    List<UUID> awaited() {
        return offers("""
                o.starts_at <= (select marketplace.clock_now()) and o.ends_at > (select marketplace.clock_now())
                and b.waiting > 0 order by o.id
                """, statement -> {}).stream().map(FlashOffer::id).toList();
    }

    private List<FlashOffer> offers(String where, Filler filler) {
        return jdbc.prepareStatement(OFFERS + where, (PreparedStatement statement) -> {
            filler.fill(statement);
            List<FlashOffer> offers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    offers.add(offer(row));
                }
            }
            return offers;
        });
    }

    private static FlashOffer offer(ResultSet row) throws SQLException {
        return new FlashOffer(
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("sku_id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getLong("price_fen"),
                row.getObject("was_fen", Long.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getLong("pieces"),
                row.getLong("taken"),
                row.getLong("held"),
                row.getLong("waiting"),
                row.getBoolean("paused"));
    }

    /** Fills the places of a statement. */
    interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
