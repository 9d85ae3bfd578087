package terrace.marketplace.attempts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AttemptRepository extends GenericRepository<AttemptRow, Long> {

    /** Held until the transaction ends: tries made at once are counted one after the other. */
    @Query("select length(pg_advisory_xact_lock(:key)::text)")
    int lock(long key);

    /** When the failure that used up the limit happened, counted from the last success. */
    @Query("""
            select at from marketplace.attempt
            where kind = :kind and who = :who and address = :address and not succeeded
              and at > marketplace.clock_now() - make_interval(secs => :seconds)
              and at > coalesce((select max(at) from marketplace.attempt
                  where kind = :kind and who = :who and address = :address and succeeded), '-infinity')
            order by at desc offset :max - 1 limit 1""")
    Optional<Instant> limitReachedByBoth(String kind, byte[] who, byte[] address, int max, long seconds);

    @Query("""
            select at from marketplace.attempt
            where kind = :kind and who = :who and not succeeded
              and at > marketplace.clock_now() - make_interval(secs => :seconds)
            order by at desc offset :max - 1 limit 1""")
    Optional<Instant> limitReachedByWho(String kind, byte[] who, int max, long seconds);

    @Query("""
            select at from marketplace.attempt
            where kind = :kind and address = :address and not succeeded
              and at > marketplace.clock_now() - make_interval(secs => :seconds)
            order by at desc offset :max - 1 limit 1""")
    Optional<Instant> limitReachedByAddress(String kind, byte[] address, int max, long seconds);

    @Query("""
            select exists (select from marketplace.attempt
            where kind = :kind and who = :who and address = :address and succeeded)""")
    boolean cameFrom(String kind, byte[] who, byte[] address);

    @Query("""
            insert into marketplace.attempt (kind, who, address) values (:kind, :who, :address) returning id""")
    long add(String kind, byte[] who, byte[] address);

    @Query("update marketplace.attempt set succeeded = true where id = :id")
    int succeed(long id);

    @Query("""
            delete from marketplace.attempt
            where at < marketplace.clock_now() - make_interval(days => case when succeeded then :knownDays else 1 end)
            """)
    long clear(int knownDays);
}
