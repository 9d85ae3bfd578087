package terrace.marketplace.recommenders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecommendationRepository extends GenericRepository<Recommendation, Long> {

    /** The partner's last word of each. */
    @Query("""
            select distinct on (application_id) * from marketplace.recommendation
            where partner_id = :partnerId and application_id in (:applicationIds)
            order by application_id, id desc""")
    List<Recommendation> last(UUID partnerId, Collection<UUID> applicationIds);

    @Query("""
            insert into marketplace.recommendation (application_id, partner_id, said, sentence, identity, account_id)
            values (:applicationId, :partnerId, :said, :sentence, :identity, :accountId)""")
    int add(UUID applicationId, UUID partnerId, String said, String sentence, byte[] identity, UUID accountId);
}
