package terrace.orders.runs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Settlement runs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRecords extends GenericRepository<SettlementRun, UUID> {

    /** 0 while another run is open. */
    @Query("""
            insert into orders.settlement_run (id, merchants, fen, cap_fen, merchant_cap_fen, drafted_by, drafted_at)
            values (:id, :merchants, :fen, :capFen, :merchantCapFen, :by, :at)
            on conflict do nothing""")
    int draft(UUID id, int merchants, long fen, long capFen, long merchantCapFen, UUID by, Instant at);

    @Query("select * from orders.settlement_run where id = :id")
    Optional<SettlementRun> byId(UUID id);

    @Query("select * from orders.settlement_run where id = :id for update")
    Optional<SettlementRun> lock(UUID id);

    @Query("select * from orders.settlement_run where state in ('DRAFT', 'CHECKED', 'APPROVED')")
    Optional<SettlementRun> open();

    @Query("select * from orders.settlement_run order by number desc limit :limit")
    List<SettlementRun> newest(int limit);

    @Query("update orders.settlement_run set state = 'CHECKED', checked_by = :by, checked_at = :at where id = :id")
    void check(UUID id, UUID by, Instant at);

    @Query("update orders.settlement_run set state = 'APPROVED', approved_by = :by, approved_at = :at where id = :id")
    void approve(UUID id, UUID by, Instant at);

    @Query("update orders.settlement_run set state = 'SENT', sent_at = :at where id = :id and state = 'APPROVED'")
    int sent(UUID id, Instant at);

    @Query("update orders.settlement_run set state = 'DROPPED', dropped_by = :by, dropped_at = :at where id = :id")
    void drop(UUID id, UUID by, Instant at);

    @Query("select id from orders.settlement_run where state = 'APPROVED' and approved_at < :before order by number")
    List<UUID> halfSent(Instant before);

    /** Those sent whose payouts are all in a bank file, or returned. */
    @Query("""
            update orders.settlement_run r set state = 'IN_FILE', in_file_at = :at
            where r.state = 'SENT' and not exists (
                select from orders.payout p where p.run_id = r.id and p.in_file is null and p.state <> 'RETURNED')""")
    int seenInFile(Instant at);
}
