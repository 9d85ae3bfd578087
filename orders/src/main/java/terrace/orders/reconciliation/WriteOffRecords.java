package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Write-offs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WriteOffRecords extends GenericRepository<WriteOff, UUID> {

    /** 0 when one stands already. */
    @Query("""
            insert into orders.write_off (id, difference_id, over_fen, reason, proposed_by, proposed_at)
            values (:id, :differenceId, :overFen, :reason, :by, :at) on conflict do nothing""")
    int propose(UUID id, UUID differenceId, long overFen, String reason, UUID by, Instant at);

    @Query("select * from orders.write_off where id = :id")
    Optional<WriteOff> byId(UUID id);

    @Query("select * from orders.write_off where id = :id for update")
    Optional<WriteOff> lock(UUID id);

    @Query("select * from orders.write_off where difference_id = :differenceId and state in ('PROPOSED', 'APPROVED')")
    Optional<WriteOff> standing(UUID differenceId);

    @Query("select * from orders.write_off where difference_id in (:differenceIds) order by proposed_at")
    List<WriteOff> ofDifferences(Collection<UUID> differenceIds);

    @Query("update orders.write_off set state = :state, decided_by = :by, decided_at = :at where id = :id")
    void decide(UUID id, WriteOff.State state, UUID by, Instant at);
}
