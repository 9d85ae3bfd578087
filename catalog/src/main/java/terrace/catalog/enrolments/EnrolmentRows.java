package terrace.catalog.enrolments;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolment.Line;
import terrace.catalog.enrolments.Enrolment.Signature;
import terrace.catalog.enrolments.Enrolment.State;
import terrace.catalog.listings.SkuOffer.Borne;

/** Keeps enrolments and what was signed. */
@Singleton
class EnrolmentRows {
    private static final String ENROLMENTS = """
            select e.*, l.sku_id, l.bucket_id, l.price_fen, l.ordinary_fen, l.pledge,
                l.platform_fen, l.organiser_fen, l.organiser_id
            from catalog.enrolment e join catalog.enrolment_line l on l.enrolment_id = e.id where
            """;

    private final JdbcOperations jdbc;

    EnrolmentRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Enrolment> byId(UUID id) {
        return enrolments("e.id = ? order by l.sku_id", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    List<Enrolment> byIds(List<UUID> ids) {
        return enrolments(
                "e.id = any(?) order by e.id, l.sku_id", statement -> statement.setArray(1, uuids(statement, ids)));
    }

    /** Newest first. */
    List<Enrolment> ofMerchant(UUID merchantId, int limit) {
        return enrolments("""
                e.id in (select id from catalog.enrolment where merchant_id = ? order by id desc limit ?)
                order by e.id desc, l.sku_id
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, limit);
        });
    }

    /** Those that wait for a word first, oldest first. */
    List<Enrolment> ofCampaign(UUID campaignId, int limit) {
        return enrolments("""
                e.id in (select id from catalog.enrolment where campaign_id = ?
                    order by state <> 'SIGNED', id limit ?)
                order by e.state <> 'SIGNED', e.id, l.sku_id
                """, statement -> {
            statement.setObject(1, campaignId);
            statement.setInt(2, limit);
        });
    }

    /** Locks it until the transaction ends. */
    @Nullable
    State lock(UUID id) {
        return jdbc.prepareStatement("select state from catalog.enrolment where id = ? for update", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? State.valueOf(row.getString(1)) : null;
            }
        });
    }

    /** False when an enrolment of the listing is open in that campaign, or the id is taken. */
    boolean add(NewEnrolment asked, UUID merchantId, Instant startsAt, Instant endsAt, UUID actor) {
        jdbc.prepareStatement(
                "insert into catalog.enrolment_terms (sha256, body) values (?, ?) on conflict do nothing",
                statement -> {
                    statement.setString(1, asked.readSha256());
                    statement.setString(2, asked.terms());
                    return statement.executeUpdate();
                });
        return jdbc.prepareStatement("""
                insert into catalog.enrolment (id, campaign_id, merchant_id, listing_id, flash, starts_at, ends_at,
                    signed_by, signed_name, terms_sha256)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, statement -> {
                    statement.setObject(1, asked.id());
                    statement.setObject(2, asked.campaignId());
                    statement.setObject(3, merchantId);
                    statement.setObject(4, asked.listingId());
                    statement.setBoolean(5, asked.flash());
                    statement.setObject(6, startsAt.atOffset(ZoneOffset.UTC));
                    statement.setObject(7, endsAt.atOffset(ZoneOffset.UTC));
                    statement.setObject(8, actor);
                    statement.setString(9, asked.name());
                    statement.setString(10, asked.readSha256());
                    return statement.executeUpdate();
                })
                == 1;
    }

    void add(UUID enrolmentId, Line line) {
        jdbc.prepareStatement("""
                insert into catalog.enrolment_line (enrolment_id, sku_id, bucket_id, price_fen, ordinary_fen, pledge,
                    platform_fen, organiser_fen, organiser_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, enrolmentId);
            statement.setObject(2, line.skuId());
            statement.setObject(3, line.bucketId());
            statement.setLong(4, line.priceFen());
            statement.setLong(5, line.ordinaryFen());
            statement.setLong(6, line.pledge());
            statement.setLong(7, line.borne().platformFen());
            statement.setLong(8, line.borne().organiserFen());
            statement.setObject(9, line.borne().organiserId());
            return statement.executeUpdate();
        });
    }

    void decide(UUID id, State state, UUID actor, String reason) {
        jdbc.prepareStatement("""
                update catalog.enrolment set state = ?, decided_by = ?, decided_at = marketplace.clock_now(), reason = ?
                where id = ?
                """, statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, actor);
            statement.setString(3, reason);
            statement.setObject(4, id);
            return statement.executeUpdate();
        });
    }

    /** Keeps who decided before, if somebody did. */
    void end(UUID id, State state) {
        jdbc.prepareStatement("update catalog.enrolment set state = ? where id = ?", statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    /** Locks the next one whose campaign is over, leaving aside those another node is at; null when there is none. */
    @Nullable
    UUID lockOver() {
        return jdbc.prepareStatement("""
                select id from catalog.enrolment
                where state in ('SIGNED', 'APPROVED') and ends_at <= (select marketplace.clock_now())
                order by ends_at limit 1 for update skip locked
                """, (PreparedStatement statement) -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        });
    }

    private List<Enrolment> enrolments(String where, Filler filler) {
        return jdbc.prepareStatement(ENROLMENTS + where, (PreparedStatement statement) -> {
            filler.fill(statement);
            Map<UUID, Enrolment> found = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    if (!found.containsKey(id)) {
                        found.put(id, enrolment(row, id));
                    }
                    Objects.requireNonNull(found.get(id)).lines().add(line(row));
                }
            }
            return List.copyOf(found.values());
        });
    }

    private static Enrolment enrolment(ResultSet row, UUID id) throws SQLException {
        return new Enrolment(
                id,
                row.getObject("campaign_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getBoolean("flash"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                new Signature(
                        row.getString("signed_name"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                        row.getString("terms_sha256")),
                row.getString("reason"),
                new ArrayList<>());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("sku_id", UUID.class),
                row.getObject("bucket_id", UUID.class),
                row.getLong("price_fen"),
                row.getLong("ordinary_fen"),
                row.getLong("pledge"),
                new Borne(
                        row.getLong("platform_fen"),
                        row.getLong("organiser_fen"),
                        row.getObject("organiser_id", UUID.class)));
    }

    /** Fills the places of a statement. */
    interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
