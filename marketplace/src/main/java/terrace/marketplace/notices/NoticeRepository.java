package terrace.marketplace.notices;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends GenericRepository<NoticeRow, UUID> {

    @Query("""
            insert into marketplace.notice (id, channel, recipient, subject, text, unsubscribe)
            values (:id, :channel, :recipient, :subject, :text, :unsubscribe)""")
    int add(UUID id, String channel, byte[] recipient, byte[] subject, byte[] text, byte[] unsubscribe);

    @Query("select * from marketplace.notice where id = :id")
    Optional<NoticeRow> byId(UUID id);

    /** Zero when another has it. Times are real ones: a shifted clock must not make two senders of one letter. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Query("""
            update marketplace.notice set state = 'CLAIMED', claimed_at = clock_timestamp(), attempts = attempts + 1
            where id = :id and (state = 'QUEUED'
                or state = 'CLAIMED' and claimed_at < clock_timestamp() - make_interval(mins => :leaseMinutes))""")
    int claim(UUID id, int leaseMinutes);

    /** The text is forgotten with it: what it said may open an account. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Query("""
            update marketplace.notice set state = 'SENT', sent_at = clock_timestamp(),
                recipient = '', subject = '', text = '', unsubscribe = ''
            where id = :id""")
    int sent(UUID id);

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Query("update marketplace.notice set state = :state where id = :id")
    int back(UUID id, String state);

    /** Those whose turn was missed: not sent a minute after they were queued or tried. */
    @Query("""
            select id from marketplace.notice
            where state = 'QUEUED'
                    and coalesce(claimed_at, queued_at) < clock_timestamp() - interval '1 minute'
                or state = 'CLAIMED' and claimed_at < clock_timestamp() - make_interval(mins => :leaseMinutes)
            order by queued_at limit :limit""")
    List<UUID> missed(int leaseMinutes, int limit);

    @Query("delete from marketplace.notice where queued_at < clock_timestamp() - interval '30 days'")
    int clear();
}
