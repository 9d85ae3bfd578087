package terrace.marketplace.secondfactor;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecondFactorRepository extends GenericRepository<SecondFactorRow, UUID> {

    @Query("select * from marketplace.second_factor where account_id = :accountId")
    Optional<SecondFactorRow> of(UUID accountId);

    /** A secret in use stays: it is replaced only after it was removed. */
    @Query("""
            insert into marketplace.second_factor (account_id, secret) values (:accountId, :secret)
            on conflict (account_id) do update set secret = :secret where second_factor.confirmed_at is null""")
    int enrol(UUID accountId, byte[] secret);

    @Query("""
            update marketplace.second_factor set confirmed_at = marketplace.clock_now(), last_step = :step
            where account_id = :accountId and confirmed_at is null""")
    int confirm(UUID accountId, long step);

    /** Nothing when a code of this step, or a later one, was taken before. */
    @Query("""
            update marketplace.second_factor set last_step = :step
            where account_id = :accountId and confirmed_at is not null and last_step < :step""")
    int take(UUID accountId, long step);

    @Query("insert into marketplace.recovery_code (account_id, code_hash) values (:accountId, :hash)")
    int addRecoveryCode(UUID accountId, byte[] hash);

    @Query("""
            update marketplace.recovery_code set used_at = marketplace.clock_now()
            where account_id = :accountId and code_hash = :hash and used_at is null""")
    int takeRecoveryCode(UUID accountId, byte[] hash);

    @Query("select count(*) from marketplace.recovery_code where account_id = :accountId and used_at is null")
    int recoveryCodesLeft(UUID accountId);

    @Query("delete from marketplace.recovery_code where account_id = :accountId")
    int removeRecoveryCodes(UUID accountId);

    @Query("delete from marketplace.second_factor where account_id = :accountId")
    int remove(UUID accountId);
}
