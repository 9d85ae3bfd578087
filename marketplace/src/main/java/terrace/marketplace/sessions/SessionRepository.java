package terrace.marketplace.sessions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<SessionRow, UUID> {

    @Query("""
            insert into marketplace.session
                (id, token_hash, account_id, credentials_version, second_factor_passed, user_agent, expires_at)
            values (:id, :tokenHash, :accountId, :credentialsVersion, :secondFactorPassed, :userAgent,
                marketplace.clock_now() + make_interval(secs => :seconds))""")
    int add(
            UUID id,
            byte[] tokenHash,
            UUID accountId,
            int credentialsVersion,
            boolean secondFactorPassed,
            String userAgent,
            long seconds);

    @Query("""
            select * from marketplace.session
            where token_hash = :tokenHash and expires_at > marketplace.clock_now()""")
    Optional<SessionRow> byToken(byte[] tokenHash);

    @Query("""
            select * from marketplace.session
            where account_id = :accountId and expires_at > marketplace.clock_now() order by opened_at desc""")
    List<SessionRow> ofAccount(UUID accountId);

    @Query("""
            update marketplace.session
            set token_hash = :newHash, second_factor_passed = second_factor_passed or :secondFactorPassed
            where token_hash = :oldHash and expires_at > marketplace.clock_now()""")
    int renew(byte[] oldHash, byte[] newHash, boolean secondFactorPassed);

    @Query("delete from marketplace.session where token_hash = :tokenHash")
    int end(byte[] tokenHash);

    @Query("delete from marketplace.session where account_id = :accountId")
    int endAll(UUID accountId);

    @Query("delete from marketplace.session where expires_at < marketplace.clock_now()")
    int clear();
}
