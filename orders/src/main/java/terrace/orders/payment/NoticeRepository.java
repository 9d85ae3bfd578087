package terrace.orders.payment;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;

/** The inbox of notices; its queue runs on real time, not the market's. */
@Singleton
@Transactional
class NoticeRepository {

    private static final String INSERT = """
            insert into orders.payment_notice
                (channel, event_id, type, payment_id, refund_id, payload, sealed, received_at, due_at)
            values (?, ?, ?, ?, ?, ?, true, ?, clock_timestamp()) on conflict (channel, event_id) do nothing""";

    private static final String CLAIM = """
            update orders.payment_notice n set tries = tries + 1,
                due_at = clock_timestamp() + least(600, 15 * power(2, least(tries, 6))) * interval '1 second'
            from (select channel, event_id from orders.payment_notice
                  where state = 'NEW' and due_at <= clock_timestamp()
                  order by due_at limit ? for update skip locked) due
            where n.channel = due.channel and n.event_id = due.event_id
            returning n.channel, n.event_id, n.payment_id, n.tries""";

    private final JdbcOperations jdbc;
    private final Vault vault;

    NoticeRepository(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A notice to look into. */
    record Notice(String channel, String eventId, @Nullable UUID paymentId, int tries) {}

    /** Says whether it was new. Who paid and from which account may stand in the payload: it is kept sealed. */
    boolean insert(
            String channel,
            String eventId,
            String type,
            @Nullable UUID paymentId,
            @Nullable UUID refundId,
            byte[] payload,
            Instant at) {
        return jdbc.prepareStatement(INSERT, statement -> {
            statement.setString(1, channel);
            statement.setString(2, eventId);
            statement.setString(3, type);
            statement.setObject(4, paymentId);
            statement.setObject(5, refundId);
            statement.setBytes(6, vault.seal(new String(payload, StandardCharsets.ISO_8859_1)));
            statement.setObject(7, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
    }

    /** Takes due notices under a lease that grows with each try. */
    List<Notice> claim(int limit) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setInt(1, limit);
            List<Notice> claimed = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Notice(
                            rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class), rows.getInt(4)));
                }
            }
            return claimed;
        });
    }

    void close(Notice notice, String state) {
        jdbc.prepareStatement(
                "update orders.payment_notice set state = ? where channel = ? and event_id = ?", statement -> {
                    statement.setString(1, state);
                    statement.setString(2, notice.channel());
                    statement.setString(3, notice.eventId());
                    return statement.executeUpdate();
                });
    }
}
