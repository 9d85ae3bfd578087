package terrace.orders.sweeps;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.CustodyBank.Own;

/** What the bank is told to move. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwnMoveRepository extends GenericRepository<OwnMove, UUID> {

    /** The turn of those who take in files: what is in no file yet must not be seen in one meanwhile. */
    @Query("select case when pg_advisory_xact_lock(7225461, 1) is null then 0 else 1 end")
    int takeTurn();

    /** 0 when the day has one of the kind. */
    @Query("""
            insert into orders.own_move (id, kind, day, fen, state, tries, due_at, created_at)
            values (:id, :kind, :day, :fen, 'INSTRUCTED', 0, clock_timestamp(), :at)
            on conflict (kind, day) do nothing""")
    int instruct(UUID id, Own kind, LocalDate day, long fen, Instant at);

    /** What was told to the bank and is in none of its files, be it done or not. */
    @Query("""
            select coalesce(sum(fen), 0) from orders.own_move
            where kind = :kind and state <> 'REFUSED' and in_file is null""")
    long onTheWayFen(Own kind);

    /** What the bank has done and none of its files has shown. */
    @Query("""
            select coalesce(sum(fen), 0) from orders.own_move
            where kind = :kind and state = 'SENT' and in_file is null""")
    long sentNotInFileFen(Own kind);

    @Query("select * from orders.own_move where id = :id")
    Optional<OwnMove> byId(UUID id);

    @Query("select * from orders.own_move where id = :id for update")
    Optional<OwnMove> lock(UUID id);

    @Query("select * from orders.own_move order by day desc, kind limit :limit")
    List<OwnMove> newest(int limit);

    @Query("""
            select * from orders.own_move where state = 'SENT' and in_file is null and sent_at < :before
            order by sent_at limit :limit""")
    List<OwnMove> missingInFile(Instant before, int limit);

    @Query("""
            update orders.own_move set state = 'SENT', bank_ref = :bankRef, sent_at = :at, trouble = null, due_at = null
            where id = :id""")
    void sent(UUID id, String bankRef, Instant at);

    @Query("update orders.own_move set state = 'REFUSED', trouble = :trouble, due_at = null where id = :id")
    void refused(UUID id, String trouble);

    @Query("update orders.own_move set in_file = :day where id = :id")
    void inFile(UUID id, LocalDate day);
}
