package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Sql;

/** How long a bank file takes: {@code mvn -q -Pbankfile -Dlines=200000} prints it. One line in a thousand differs. */
@MicronautTest(transactional = false)
@EnabledIfSystemProperty(named = "terrace.bankfile.lines", matches = "\\d+")
class BankFileBenchTest {

    private static final int PIECE = 10_000;
    private static final int DIFFERS_EVERY = 1_000;
    private static final long FEN = 12_345;
    private static final double NANOS = 1e9;

    @Inject
    Reconciliation reconciliation;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_day_of_many_lines() {
        int lines = Integer.getInteger("terrace.bankfile.lines", 0);
        clock.shift(Duration.ofDays(900));
        for (int done = 0; done < lines; done += PIECE) {
            charge(Math.min(PIECE, lines - done));
        }
        long begun = System.nanoTime();
        bank.file(clock.today());
        long writing = System.nanoTime() - begun;
        begun = System.nanoTime();
        TakingIn.TakenIn first = (TakingIn.TakenIn) reconciliation.takeIn(clock.today(), "bench");
        long took = System.nanoTime() - begun - writing;
        begun = System.nanoTime();
        TakingIn.TakenIn again = (TakingIn.TakenIn) reconciliation.takeIn(clock.today(), "bench");
        long tookAgain = System.nanoTime() - begun - writing;
        clock.shift(Duration.ZERO);
        System.out.printf(
                "%,d lines taken in, matched and posted in %.1f s, %d differences; the same again in %.1f s%n",
                lines, took / NANOS, first.differences(), tookAgain / NANOS);
        assertThat(first.newLines()).isEqualTo(lines);
        assertThat(again.newLines()).isZero();
    }

    private void charge(int lines) {
        List<UUID> ids = Stream.generate(Ids::next).limit(lines).toList();
        UUID[] all = ids.toArray(UUID[]::new);
        transactions.executeWrite(status -> sql.change("""
                insert into orders.payment (id, payable_kind, payable_id, payer_id, fen, state, return_to, expires_at,
                    opened_at, received_fen, settled_at)
                select id, 'bench', gen_random_uuid(), gen_random_uuid(), ?, 'TAKEN', 'http://localhost/', ?, ?, ?, ?
                from unnest(?::uuid[]) id""", FEN, clock.now(), clock.now(), FEN, clock.now(), all));
        for (int at = 0; at < lines; at++) {
            bank.paid(ids.get(at), at % DIFFERS_EVERY == 0 ? FEN + 1 : FEN);
        }
    }
}
