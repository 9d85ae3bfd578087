package terrace.marketplace.endorsers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EndorserRepository extends GenericRepository<Endorser, UUID> {

    @Query("select * from marketplace.endorser where account_id = :accountId")
    Optional<Endorser> of(UUID accountId);

    @Query("delete from marketplace.endorser where account_id = :accountId")
    int dismiss(UUID accountId);

    @Query("""
            insert into marketplace.endorser (account_id, county_code, office) values (:accountId, :countyCode, :office)
            on conflict (account_id) do update set county_code = :countyCode, office = :office
            where (endorser.county_code, endorser.office) <> (:countyCode, :office)""")
    int appoint(UUID accountId, String countyCode, String office);
}
