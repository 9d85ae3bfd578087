package terrace.catalog.certificates;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate.Kind;
import terrace.catalog.certificates.Certificate.State;
import terrace.catalog.certificates.Certificate.Use;
import terrace.marketplace.database.Statements;
import terrace.marketplace.database.Statements.Filling;

/** Keeps certificates and what they vouch for. */
@Singleton
class CertificateRows {
    private static final String SELECT = "select c.* from catalog.certificate c where ";

    private final Statements statements;

    CertificateRows(JdbcOperations jdbc) {
        statements = new Statements(jdbc);
    }

    /** One after the other, so that two at once cannot pass the limit. */
    void lockMerchant(UUID merchantId) {
        statements.run(
                "select pg_advisory_xact_lock(?)",
                statement -> statement.setLong(1, merchantId.getLeastSignificantBits()));
    }

    int count(UUID merchantId) {
        return statements
                .query(
                        "select count(*) from catalog.certificate where merchant_id = ?",
                        statement -> statement.setObject(1, merchantId),
                        rows -> rows.getInt(1))
                .getFirst();
    }

    void add(UUID merchantId, NewCertificate paper, String fileKey, String mediaType, UUID actor) {
        statements.run("""
                insert into catalog.certificate (id, merchant_id, kind, number, issuer, valid_until, file_key,
                    media_type, added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, paper.id());
            statement.setObject(2, merchantId);
            statement.setString(3, paper.kind().name());
            statement.setString(4, paper.number());
            statement.setString(5, paper.issuer());
            statement.setObject(6, paper.validUntil());
            statement.setString(7, fileKey);
            statement.setString(8, mediaType);
            statement.setObject(9, actor);
        });
    }

    /** False when it is named already. */
    boolean use(UUID id, Subject subject) {
        return statements.update("""
                with named as (insert into catalog.certificate_use (certificate_id, listing_id, lot_id)
                    values (?, ?, ?) on conflict do nothing returning certificate_id)
                update catalog.certificate set version = version + 1 where id in (select certificate_id from named)
                """, statement -> place(statement, id, subject)) > 0;
    }

    boolean unuse(UUID id, Subject subject) {
        return statements.update("""
                with gone as (delete from catalog.certificate_use
                    where certificate_id = ? and listing_id is not distinct from ? and lot_id is not distinct from ?
                    returning certificate_id)
                update catalog.certificate set version = version + 1 where id in (select certificate_id from gone)
                """, statement -> place(statement, id, subject)) > 0;
    }

    private static void place(PreparedStatement statement, UUID id, Subject subject) throws SQLException {
        statement.setObject(1, id);
        statement.setObject(
                2, subject instanceof Subject.OfListing(UUID listing) ? listing : null, java.sql.Types.OTHER);
        statement.setObject(3, subject instanceof Subject.OfLot(UUID lot) ? lot : null, java.sql.Types.OTHER);
    }

    void decide(UUID id, State state, String reason, boolean scanPublic, UUID operator) {
        statements.run("""
                update catalog.certificate set state = ?, reason = ?, scan_public = ?, decided_by = ?,
                    decided_at = marketplace.clock_now() where id = ?
                """, statement -> {
            statement.setString(1, state.name());
            statement.setString(2, reason);
            statement.setBoolean(3, scanPublic);
            statement.setObject(4, operator);
            statement.setObject(5, id);
        });
    }

    void approveUses(UUID id) {
        statements.run(
                "update catalog.certificate_use set approved = true where certificate_id = ? and not approved",
                statement -> statement.setObject(1, id));
    }

    /** Of an approved one: what was asked for in addition is not granted. */
    void dropWaitingUses(UUID id) {
        statements.run(
                "delete from catalog.certificate_use where certificate_id = ? and not approved",
                statement -> statement.setObject(1, id));
    }

    void expired(UUID id) {
        statements.run(
                "update catalog.certificate set expired_at = marketplace.clock_now()"
                        + " where id = ? and expired_at is null",
                statement -> statement.setObject(1, id));
    }

    Optional<UUID> due(LocalDate today) {
        return statements
                .query("""
                select id from catalog.certificate
                where state = 'APPROVED' and expired_at is null and valid_until < ?
                order by valid_until limit 1 for no key update skip locked
                """, statement -> statement.setObject(1, today), rows -> rows.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** One that ends between these days, that something names, and whose merchant was not told at so many days. */
    Optional<UUID> dueToRemind(LocalDate from, LocalDate to, int days) {
        return statements
                .query(
                        """
                select c.id from catalog.certificate c
                where c.state = 'APPROVED' and c.expired_at is null and c.valid_until between ? and ?
                    and not exists (select from catalog.certificate_reminder r
                        where r.certificate_id = c.id and r.days = ?)
                    and exists (select from catalog.certificate_use u where u.certificate_id = c.id and u.approved)
                order by c.valid_until limit 1 for no key update of c skip locked
                """,
                        statement -> {
                            statement.setObject(1, from);
                            statement.setObject(2, to);
                            statement.setInt(3, days);
                        },
                        rows -> rows.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    void reminded(UUID id, int days) {
        statements.run(
                "insert into catalog.certificate_reminder (certificate_id, days) values (?, ?) on conflict do nothing",
                statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, days);
                });
    }

    @Nullable
    Certificate byId(UUID id) {
        return first(SELECT + "c.id = ?", id);
    }

    @Nullable
    Certificate locked(UUID id) {
        return first(SELECT + "c.id = ? for no key update", id);
    }

    @Connectable
    Optional<String> fileKey(UUID id) {
        return statements
                .query(
                        "select file_key from catalog.certificate where id = ?",
                        statement -> statement.setObject(1, id),
                        rows -> rows.getString(1))
                .stream()
                .findFirst();
    }

    List<Certificate> ofMerchant(UUID merchantId, UUID before, int limit) {
        return certificates(SELECT + "c.merchant_id = ? and c.id < ? order by c.id desc limit ?", statement -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, before);
            statement.setInt(3, limit);
        });
    }

    /** Oldest first. */
    List<Certificate> waiting(UUID after, int limit) {
        return certificates(SELECT + """
                c.state <> 'RETURNED' and c.id > ? and exists (
                    select from catalog.certificate_use u where u.certificate_id = c.id and not u.approved)
                order by c.id limit ?
                """, statement -> {
            statement.setObject(1, after);
            statement.setInt(2, limit);
        });
    }

    /** Without what else they vouch for: one question, since every listing's page asks it. */
    List<Certificate> approvedOf(Subject subject) {
        String column = subject instanceof Subject.OfListing ? "listing_id" : "lot_id";
        return statements.query(
                "select c.* from catalog.certificate c join catalog.certificate_use u on u.certificate_id = c.id"
                        + " where u." + column + " = ? and u.approved and c.state = 'APPROVED' order by c.kind, c.id",
                statement -> statement.setObject(1, subject.id()),
                CertificateRows::certificate);
    }

    private @Nullable Certificate first(String sql, UUID id) {
        return certificates(sql, statement -> statement.setObject(1, id)).stream()
                .findFirst()
                .orElse(null);
    }

    private List<Certificate> certificates(String sql, Filling filling) {
        List<Certificate> bare = statements.query(sql, filling, CertificateRows::certificate);
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Use>> uses = new HashMap<>();
        List<UUID> ids = bare.stream().map(Certificate::id).toList();
        statements.query(
                "select * from catalog.certificate_use where certificate_id = any(?)"
                        + " order by named_at, listing_id, lot_id",
                statement -> statement.setArray(1, uuids(statement, ids)),
                rows -> {
                    UUID listing = rows.getObject("listing_id", UUID.class);
                    Subject subject = listing == null
                            ? new Subject.OfLot(rows.getObject("lot_id", UUID.class))
                            : new Subject.OfListing(listing);
                    return uses.computeIfAbsent(
                                    rows.getObject("certificate_id", UUID.class), unseen -> new ArrayList<>())
                            .add(new Use(subject, rows.getBoolean("approved")));
                });
        return bare.stream()
                .map(each -> each.with(uses.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        OffsetDateTime expired = row.getObject("expired_at", OffsetDateTime.class);
        return new Certificate(
                row.getObject("id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("issuer"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("media_type"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("version"),
                row.getBoolean("scan_public"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                expired == null ? null : expired.toInstant(),
                List.of());
    }
}
