package terrace.catalog.certificates;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.certificates.Certificate.Kind;

/** Which kinds of certificates vouch for which goods. */
@Singleton
class KindRows {
    /** By merchant or province the index of listings is short; certificates are few beside goods. */
    private static final String COUNTED = """
            select c.kind, count(distinct l.id) from catalog.certificate c
            join catalog.certificate_use u on u.certificate_id = c.id
            join catalog.listing l on l.id = u.listing_id
            where c.state = 'APPROVED' and (c.valid_until is null or c.valid_until >= ?) and u.approved and l.on_shelf
                and %s group by c.kind
            """;

    private final JdbcOperations jdbc;

    KindRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Connectable
    Map<UUID, Set<Kind>> goodOn(LocalDate today, Collection<UUID> listingIds) {
        return jdbc.prepareStatement("""
                select u.listing_id, c.kind from catalog.certificate_use u
                join catalog.certificate c on c.id = u.certificate_id
                where u.listing_id = any(?) and u.approved and c.state = 'APPROVED'
                    and (c.valid_until is null or c.valid_until >= ?)
                """, statement -> {
            statement.setArray(1, uuids(statement, listingIds));
            statement.setObject(2, today);
            Map<UUID, Set<Kind>> kinds = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    kinds.computeIfAbsent(rows.getObject(1, UUID.class), unseen -> EnumSet.noneOf(Kind.class))
                            .add(Kind.valueOf(rows.getString(2)));
                }
            }
            return kinds;
        });
    }

    @Connectable
    Map<Kind, Long> goodsOf(LocalDate today, Collection<UUID> merchantIds) {
        return jdbc.prepareStatement(COUNTED.formatted("l.merchant_id = any(?)"), statement -> {
            statement.setObject(1, today);
            statement.setArray(2, uuids(statement, merchantIds));
            return counted(statement);
        });
    }

    @Connectable
    Map<Kind, Long> goodsIn(LocalDate today, String provinceCode) {
        return jdbc.prepareStatement(COUNTED.formatted("l.province_code = ?"), statement -> {
            statement.setObject(1, today);
            statement.setString(2, provinceCode);
            return counted(statement);
        });
    }

    private static Map<Kind, Long> counted(PreparedStatement statement) throws SQLException {
        Map<Kind, Long> goods = new EnumMap<>(Kind.class);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                goods.put(Kind.valueOf(rows.getString(1)), rows.getLong(2));
            }
        }
        return goods;
    }
}
