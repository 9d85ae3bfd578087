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

    @Query("""
            insert into marketplace.clerk (account_id, office) values (:accountId, :office)
            on conflict (account_id) do update set office = :office where clerk.office <> :office""")
    int appoint(UUID accountId, String office);
}
