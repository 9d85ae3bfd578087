package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files, their lines and the differences found. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BankRecords extends GenericRepository<BankFile, UUID> {

    @Query("""
            insert into orders.bank_file (id, day, sha256, file_key, lines, closing_fen, taken_in_at, taken_in_by)
            values (:id, :day, :sha256, :fileKey, :lines, :closingFen, :at, :by)
            on conflict (day, sha256) do nothing""")
    int insertFile(
            UUID id, LocalDate day, String sha256, String fileKey, int lines, long closingFen, Instant at, String by);

    @Query("select * from orders.bank_file where day = :day and sha256 = :sha256")
    Optional<BankFile> file(LocalDate day, String sha256);

    /** How many files of the day were taken in after it had ended, to their last line. */
    @Query("""
            select count(*) from orders.bank_file f where f.day = :day and f.taken_in_at >= :ended
                and f.lines <= (select count(*) from orders.bank_line l where l.day = f.day)""")
    int takenInAfter(LocalDate day, Instant ended);

    @Query("select * from orders.bank_file order by day desc, taken_in_at desc limit :limit")
    List<BankFile> files(int limit);

    /** 0 when the difference is known. */
    @Query("""
            insert into orders.bank_difference (id, kind, type, our_ref, bank_fen, our_fen, day, found_at)
            values (:id, :kind, :type, :ourRef, :bankFen, :ourFen, :day, :at)
            on conflict (kind, type, our_ref, day) do nothing""")
    int insertDifference(
            UUID id,
            Difference.Kind kind,
            String type,
            String ourRef,
            long bankFen,
            long ourFen,
            LocalDate day,
            Instant at);

    /** 1 when something was missing in the files and now is not. */
    @Query("""
            update orders.bank_difference set cleared_at = :at
            where kind = 'MISSING_THERE' and type = :type and our_ref = :ourRef and cleared_at is null""")
    int clearMissing(String type, String ourRef, Instant at);

    /** One taking-in at a time, on all nodes. */
    @Query("select case when pg_advisory_xact_lock(7225461, 1) is null then 0 else 1 end")
    int takeTurn();
}
