package terrace.marketplace.assistance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClerkRepository extends GenericRepository<Clerk, UUID> {

    @Query("select * from marketplace.clerk where account_id = :accountId")
    Optional<Clerk> of(UUID accountId);

    /** Held until the transaction ends: a dismissal waits for what is begun, and nothing begins after it. */
    @Query("""
            select * from marketplace.clerk where account_id = :accountId and dismissed_at is null for share""")
    Optional<Clerk> inOffice(UUID accountId);

    @Query("""
            update marketplace.clerk set dismissed_at = marketplace.clock_now()
            where account_id = :accountId and dismissed_at is null""")
    int dismiss(UUID accountId);

    @Query("""
            insert into marketplace.clerk (account_id, office) values (:accountId, :office)
            on conflict (account_id) do update set office = :office, dismissed_at = null
            where clerk.office <> :office or clerk.dismissed_at is not null""")
    int appoint(UUID accountId, String office);
}
