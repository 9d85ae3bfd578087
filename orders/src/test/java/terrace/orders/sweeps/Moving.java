package terrace.orders.sweeps;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.ledger.Sql;

/** Has the platform's own money moved as the jobs do, on days of one's own. */
@Singleton
public class Moving {

    private final OwnMoves moves;
    private final Jobs jobs;
    private final Sql sql;
    private final TransactionOperations<Connection> transactions;

    Moving(OwnMoves moves, Jobs jobs, Sql sql, TransactionOperations<Connection> transactions) {
        this.moves = moves;
        this.jobs = jobs;
        this.sql = sql;
        this.transactions = transactions;
    }

    public void instruct(LocalDate day) {
        moves.instruct(day);
    }

    /** All that waits is tried now. */
    public void send() {
        transactions.executeWrite(
                status -> sql.change("update orders.own_move set due_at = clock_timestamp() where due_at is not null"));
        jobs.run("send-own-moves");
    }
}
