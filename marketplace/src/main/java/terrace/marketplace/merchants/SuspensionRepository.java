package terrace.marketplace.merchants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SuspensionRepository extends GenericRepository<SuspensionRow, UUID> {

    @Query("""
            insert into marketplace.merchant_suspension (id, merchant_id, reason, note, payouts_stopped, actor)
            values (:id, :merchantId, :reason, :note, :payoutsStopped, :actor)""")
    int add(UUID id, UUID merchantId, String reason, String note, boolean payoutsStopped, String actor);

    @Query("select * from marketplace.merchant_suspension where id = :id")
    Optional<SuspensionRow> byId(UUID id);

    @Query("""
            select * from marketplace.merchant_suspension
            where merchant_id = :merchantId and lifted_at is null order by at, id""")
    List<SuspensionRow> inForce(UUID merchantId);

    @Query("""
            update marketplace.merchant_suspension set lifted_by = :actor, lifted_at = marketplace.clock_now()
            where merchant_id = :merchantId and id = :id and lifted_at is null""")
    int lift(UUID merchantId, UUID id, String actor);
}
