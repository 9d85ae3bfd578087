package terrace.orders.statements;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Objections. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObjectionRecords extends GenericRepository<Objection, UUID> {

    /** 0 when the line is not the merchant's, or was objected to before. */
    @Query("""
            insert into orders.objection (id, merchant_id, journal_id, words, raised_by, raised_at)
            select :id, :merchantId, j.id, :words, :by, :at from orders.journal j
            where j.id = :journalId and exists (
                select from orders.entry e where e.journal_id = j.id and e.account in (:available, :owed))
            on conflict do nothing""")
    int raise(
            UUID id, UUID merchantId, UUID journalId, String words, UUID by, Instant at, String available, String owed);

    @Query("select * from orders.objection where merchant_id = :merchantId and journal_id = :journalId")
    Optional<Objection> ofLine(UUID merchantId, UUID journalId);

    @Query("select * from orders.objection where merchant_id = :merchantId order by raised_at desc limit :limit")
    List<Objection> ofMerchant(UUID merchantId, int limit);

    @Query("select * from orders.objection order by answer is not null, raised_at desc limit :limit")
    List<Objection> openFirst(int limit);

    @Query("select * from orders.objection where id = :id for update")
    Optional<Objection> lock(UUID id);

    @Query("""
            update orders.objection set answer = :answer, upheld = :upheld, answered_by = :by, answered_at = :at
            where id = :id""")
    void answer(UUID id, String answer, boolean upheld, UUID by, Instant at);
}
