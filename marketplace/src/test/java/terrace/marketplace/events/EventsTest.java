package terrace.marketplace.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class EventsTest {
    @Inject
    Events events;

    @Inject
    EventWorker worker;

    @Inject
    WeighHarvests weighed;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    @BeforeEach
    void empty() {
        worker.drain();
        weighed.seen.clear();
        weighed.failuresLeft.set(0);
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> events.publish(new RiceHarvested("532529", 500)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_reaches_its_subscriber_and_leaves_nothing_owed() {
        publish(new RiceHarvested("532529", 500));
        worker.drain();
        assertThat(weighed.seen).containsExactly(new RiceHarvested("532529", 500));
        assertThat(worker.owed()).isZero();
    }

    @Test
    void an_event_whose_transaction_fails_was_never_published() {
        assertThatThrownBy(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
                    events.publish(new RiceHarvested("532529", 1));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        worker.drain();
        assertThat(weighed.seen).isEmpty();
    }

    @Test
    void many_workers_deliver_each_event_once() throws Exception {
        for (int i = 0; i < 500; i++) {
            publish(new RiceHarvested("532529", i));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> drain = worker::drain;
            executor.invokeAll(List.of(drain, drain, drain, drain));
        }
        assertThat(weighed.seen).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void one_failing_event_does_not_hold_up_its_neighbours_and_is_tried_again() {
        weighed.failuresLeft.set(2); // once with all the others, once alone
        publish(new RiceHarvested("532529", 1));
        publish(new RiceHarvested("532529", 2));
        worker.drain();
        assertThat(weighed.seen).hasSize(1);
        assertThat(worker.owed()).isEqualTo(1);
        dueNow();
        worker.drain();
        assertThat(weighed.seen).hasSize(2);
    }

    @Test
    void an_event_that_keeps_failing_is_parked_and_can_be_retried() {
        weighed.failuresLeft.set(Integer.MAX_VALUE);
        publish(new RiceHarvested("532529", 7));
        for (int i = 0; i < 10; i++) {
            worker.drain();
            dueNow();
        }
        Delivery parked = worker.parked(10).getFirst();
        assertThat(parked.lastError()).contains("the scales are broken");
        UUID id = parked.eventId();
        weighed.failuresLeft.set(0);
        assertThat(worker.retry(id, parked.subscriber())).isTrue();
        assertThat(worker.retry(id, parked.subscriber())).isFalse();
        worker.drain();
        assertThat(weighed.seen).containsExactly(new RiceHarvested("532529", 7));
    }

    @Test
    void what_is_owed_to_a_subscriber_nobody_knows_holds_up_no_other_and_is_parked() {
        weighed.failuresLeft.set(1);
        publish(new RiceHarvested("532529", 3));
        worker.drain();
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update marketplace.event_delivery set subscriber = 'renamed since'",
                PreparedStatement::executeUpdate));
        publish(new RiceHarvested("532529", 4));
        for (int i = 0; i < 10; i++) {
            dueNow();
            worker.drain();
        }
        assertThat(weighed.seen).containsExactly(new RiceHarvested("532529", 4));
        assertThat(worker.parked(10)).anySatisfy(parked -> {
            assertThat(parked.subscriber()).isEqualTo("renamed since");
            assertThat(parked.lastError()).contains("nobody here is called renamed since");
        });
        sql("delete from marketplace.event_delivery where subscriber = 'renamed since'");
    }

    private void publish(RiceHarvested event) {
        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            events.publish(event);
            return null;
        });
    }

    private void dueNow() {
        sql("update marketplace.event_delivery set due_at = clock_timestamp()");
    }

    private void sql(String change) {
        transactions.executeWrite(status -> jdbc.prepareStatement(change, PreparedStatement::executeUpdate));
    }
}
