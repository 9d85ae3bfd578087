package terrace.orders.proofs;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proofs. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProofRepository extends GenericRepository<Proof, UUID> {

    /** 0 when the day has had its number, or another is open for the account. */
    @Query("""
            insert into orders.proof (id, bank_account_id, merchant_id, day, number_of_day, due_at, created_at)
            select :id, :bankAccountId, :merchantId, :day, n.next, clock_timestamp(), :at
            from (select count(*) + 1 as next from orders.proof where merchant_id = :merchantId and day = :day) n
            where n.next <= :most
            on conflict do nothing""")
    int begin(UUID id, UUID bankAccountId, UUID merchantId, LocalDate day, int most, Instant at);

    @Query("select count(*) from orders.proof where merchant_id = :merchantId and day = :day")
    int ofDay(UUID merchantId, LocalDate day);

    @Query("select * from orders.proof where id = :id")
    Optional<Proof> byId(UUID id);

    @Query("select * from orders.proof where id = :id for update")
    Optional<Proof> lock(UUID id);

    @Query("""
            select * from orders.proof where bank_account_id = :bankAccountId
              and state in ('CHECKING', 'SENDING', 'SENT')""")
    Optional<Proof> open(UUID bankAccountId);

    @Query("""
            select * from orders.proof where bank_account_id = :bankAccountId and merchant_id = :merchantId
              and state = 'SENT' for update""")
    Optional<Proof> lockSent(UUID merchantId, UUID bankAccountId);

    @Query("update orders.proof set state = 'SENDING', fen = :fen, trouble = null where id = :id")
    void sending(UUID id, long fen);

    @Query("""
            update orders.proof set state = 'SENT', bank_ref = :bankRef, sent_at = :at, trouble = null, due_at = null
            where id = :id""")
    void sent(UUID id, String bankRef, Instant at);

    @Query("update orders.proof set state = :state, due_at = null where id = :id")
    void end(UUID id, Proof.State state);

    @Query("update orders.proof set wrong_guesses = wrong_guesses + 1, last_guess = :guess where id = :id")
    void wrong(UUID id, long guess);

    @Query("update orders.proof set in_file = :day where id = :id")
    void inFile(UUID id, LocalDate day);

    @Query("""
            select * from orders.proof where sent_at < :before and in_file is null order by sent_at limit :limit""")
    List<Proof> missingInFile(Instant before, int limit);
}
