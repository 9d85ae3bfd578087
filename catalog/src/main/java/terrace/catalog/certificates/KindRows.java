package terrace.catalog.certificates;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.certificates.Certificate.Kind;

/** Which kinds of certificates vouch for which goods. */
@Singleton
class KindRows {
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
}
