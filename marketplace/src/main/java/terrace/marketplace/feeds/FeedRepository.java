package terrace.marketplace.feeds;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FeedRepository extends GenericRepository<FeedRow, String> {

    @Query("select * from marketplace.feed_receiver order by code")
    List<FeedRow> all();

    @Query("select * from marketplace.feed_receiver where code = :code")
    Optional<FeedRow> byCode(String code);

    @Query("""
            insert into marketplace.feed_receiver (code, name, sealed_secret, format, push_url, due_at, made_by,
                made_at)
            values (:code, :name, :secret, :format, :pushUrl,
                case when cast(:pushUrl as text) is not null then marketplace.clock_now() end, :by,
                marketplace.clock_now())
            on conflict (code) do nothing""")
    int make(String code, String name, byte[] secret, String format, @Nullable String pushUrl, String by);

    @Query("update marketplace.feed_receiver set sealed_secret = :secret where code = :code")
    int renew(String code, byte[] secret);

    @Query("update marketplace.feed_receiver set stopped = :stopped, turn = turn + 1 where code = :code")
    int stop(String code, boolean stopped);

    @Query("""
            update marketplace.feed_receiver set reached = :after, turn = turn + 1, tries = 0, trouble = null,
                campaigns_told = null,
                due_at = case when push_url is not null then marketplace.clock_now() end
            where code = :code""")
    int resend(String code, long after);

    @Query("""
            update marketplace.feed_receiver set reached = :after, succeeded_at = marketplace.clock_now(),
                tries = 0, trouble = null where code = :code""")
    int fetched(String code, long after);

    /** Those due, kept from others for some seconds. */
    @Query("""
            update marketplace.feed_receiver set due_at = marketplace.clock_now() + make_interval(secs => :lease)
            where code in (select code from marketplace.feed_receiver
                where not stopped and due_at <= marketplace.clock_now() order by due_at limit :limit
                for update skip locked)
            returning *""")
    List<FeedRow> claim(int lease, int limit);

    /** Nothing happens when somebody asked for a resend meanwhile: that goes before. */
    @Query("""
            update marketplace.feed_receiver set reached = :last, tries = 0, trouble = null,
                succeeded_at = marketplace.clock_now(), due_at = marketplace.clock_now() + make_interval(secs => :wait)
            where code = :code and turn = :turn""")
    int delivered(String code, int turn, long last, int wait);

    /** As with {@link #delivered}, of how campaigns stood. */
    @Query("""
            update marketplace.feed_receiver set campaigns_told = :standing, tries = 0, trouble = null,
                succeeded_at = marketplace.clock_now(), due_at = marketplace.clock_now() + make_interval(secs => :wait)
            where code = :code and turn = :turn""")
    int told(String code, int turn, String standing, int wait);

    @Query("""
            update marketplace.feed_receiver set due_at = marketplace.clock_now() + make_interval(secs => :wait)
            where code = :code and turn = :turn""")
    int rest(String code, int turn, int wait);

    @Query("""
            update marketplace.feed_receiver set tries = tries + 1, trouble = :trouble,
                due_at = marketplace.clock_now() + make_interval(secs => :wait)
            where code = :code and turn = :turn""")
    int failed(String code, int turn, String trouble, int wait);
}
