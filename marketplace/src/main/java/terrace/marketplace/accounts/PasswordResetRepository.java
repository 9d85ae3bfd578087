package terrace.marketplace.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PasswordResetRepository extends GenericRepository<PasswordResetRow, UUID> {

    @Query("insert into marketplace.password_reset (id, sign_in_name, language) values (:id, :name, :language)")
    int add(UUID id, byte[] name, String language);

    @Query("select * from marketplace.password_reset where id = :id and handled_at is null for update")
    Optional<PasswordResetRow> unhandled(UUID id);

    @Query("update marketplace.password_reset set handled_at = marketplace.clock_now() where id = :id")
    int handled(UUID id);

    @Query("""
            update marketplace.password_reset set account_id = :accountId, token_hash = :tokenHash,
                expires_at = marketplace.clock_now() + make_interval(mins => :minutes)
            where id = :id""")
    int promise(UUID id, UUID accountId, byte[] tokenHash, int minutes);

    @Query("""
            select * from marketplace.password_reset
            where token_hash = :tokenHash and used_at is null and expires_at > marketplace.clock_now()""")
    Optional<PasswordResetRow> usable(byte[] tokenHash);

    /** Held until the transaction ends: of two that use it at once, the second finds it used. */
    @Query("""
            select * from marketplace.password_reset
            where token_hash = :tokenHash and used_at is null and expires_at > marketplace.clock_now() for update""")
    Optional<PasswordResetRow> lockUsable(byte[] tokenHash);

    @Query("""
            update marketplace.password_reset set used_at = marketplace.clock_now()
            where used_at is null and account_id = :accountId""")
    int spendAll(UUID accountId);

    @Query("delete from marketplace.password_reset where asked_at < marketplace.clock_now() - interval '2 days'")
    int clear();
}
