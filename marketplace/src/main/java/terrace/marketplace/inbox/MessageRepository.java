package terrace.marketplace.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRepository extends GenericRepository<MessageRow, UUID> {

    /** Zero when this was told before. */
    @Query("""
            insert into marketplace.message (id, account_id, kind, key, words, path, source)
            values (:id, :accountId, :kind, :key, :words, :path, :source)
            on conflict (account_id, source) do nothing""")
    int add(UUID id, UUID accountId, String kind, String key, byte[] words, String path, String source);

    @Query("""
            select * from marketplace.message where account_id = :accountId and id < :before
            order by id desc limit :limit""")
    List<MessageRow> before(UUID accountId, UUID before, int limit);

    @Query("select * from marketplace.message where account_id = :accountId and id = :id")
    Optional<MessageRow> of(UUID accountId, UUID id);

    /** Counts no further than needed. */
    @Query("""
            select count(*) from (select from marketplace.message
                where account_id = :accountId and read_at is null limit :limit) as unread""")
    int unread(UUID accountId, int limit);

    @Query("""
            update marketplace.message set read_at = marketplace.clock_now()
            where account_id = :accountId and id = :id and read_at is null""")
    int read(UUID accountId, UUID id);

    /** Those that were there when the page was shown, not one that came since. */
    @Query("""
            update marketplace.message set read_at = marketplace.clock_now()
            where account_id = :accountId and id <= :until and read_at is null""")
    int readUntil(UUID accountId, UUID until);

    @Query("""
            select exists (select from marketplace.message_refusal
                where account_id = :accountId and kind = :kind and channel = :channel)""")
    boolean refused(UUID accountId, String kind, String channel);

    @Query("""
            insert into marketplace.message_refusal (account_id, kind, channel) values (:accountId, :kind, :channel)
            on conflict do nothing""")
    int refuse(UUID accountId, String kind, String channel);

    @Query("""
            delete from marketplace.message_refusal
            where account_id = :accountId and kind = :kind and channel = :channel""")
    int want(UUID accountId, String kind, String channel);

    @Query("delete from marketplace.message where at < marketplace.clock_now() - make_interval(days => :days)")
    int clear(int days);
}
