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

/** Differences, and what became of them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Differences extends GenericRepository<Difference, UUID> {

    @Query("""
            select * from orders.bank_difference
            order by cleared_at is not null or written_off_at is not null, found_at desc limit :limit""")
    List<Difference> openFirst(int limit);

    @Query("""
            select * from orders.bank_difference where cleared_at is null and written_off_at is null
            order by found_at limit :limit""")
    List<Difference> oldestOpen(int limit);

    @Query("""
            select count(*) from orders.bank_difference
            where day <= :day and cleared_at is null and written_off_at is null""")
    int openUpTo(LocalDate day);

    @Query("select * from orders.bank_difference where id = :id")
    Optional<Difference> byId(UUID id);

    @Query("select * from orders.bank_difference where id = :id for update")
    Optional<Difference> lock(UUID id);

    @Query("update orders.bank_difference set owner_id = :ownerId, note = :note where id = :id")
    int see(UUID id, UUID ownerId, String note);

    @Query("update orders.bank_difference set written_off_at = :at where id = :id")
    void writtenOff(UUID id, Instant at);
}
