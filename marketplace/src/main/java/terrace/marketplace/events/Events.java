package terrace.marketplace.events;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.ids.Ids;

/** Announces what happened, in the transaction in which it happens: both are kept or neither is. */
@Singleton
public class Events {
    private static final String PUBLISH = """
            with published as (
                insert into marketplace.event (id, name, payload)
                select id, name, payload::jsonb from unnest(?::uuid[], ?::text[], ?::text[]) as e (id, name, payload)
                returning id, published_at)
            insert into marketplace.event_waiting select id, published_at from published
            """;

    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final ObjectMapper json;
    private final WakeUp wakeUp;

    Events(JdbcOperations jdbc, TransactionOperations<Connection> transactions, ObjectMapper json, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.wakeUp = wakeUp;
    }

    /** @throws IllegalStateException outside a transaction: an event without its change would be a rumour */
    public void publish(Event event) {
        publishAll(List.of(event));
    }

    /** As above, many in one statement. */
    public void publishAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        TransactionStatus<?> transaction = transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("an event is published in the transaction it tells of"));
        List<UUID> ids = events.stream().map(event -> Ids.next()).toList();
        List<String> names =
                events.stream().map(event -> nameOf(event.getClass())).toList();
        List<String> payloads = events.stream().map(this::write).toList();
        jdbc.prepareStatement(PUBLISH, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, ids));
            statement.setArray(2, texts(statement, names));
            statement.setArray(3, texts(statement, payloads));
            return statement.executeUpdate();
        });
        transaction.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeUp.ring();
            }
        });
    }

    static String nameOf(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalStateException(type + " has no @EventName");
        }
        return name.value();
    }

    private String write(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
