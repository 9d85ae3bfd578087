package terrace.marketplace.recommenders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecommenderRepository extends GenericRepository<Recommender, UUID> {

    @Query("select * from marketplace.recommender where account_id = :accountId")
    Optional<Recommender> of(UUID accountId);

    @Query("delete from marketplace.recommender where account_id = :accountId")
    int dismiss(UUID accountId);

    @Query("""
            insert into marketplace.recommender (account_id, partner_id) values (:accountId, :partnerId)
            on conflict (account_id) do update set partner_id = :partnerId
            where recommender.partner_id <> :partnerId""")
    int appoint(UUID accountId, UUID partnerId);
}
