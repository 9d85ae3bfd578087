package terrace.orders.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankBook;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.reconciliation.TakingIn;

/** Subsidies go into custody and commission out of it: once a day, by the bank's hand, and back in its file. */
@MicronautTest(transactional = false)
class OwnMovesTest {

    private static final int THREADS = 8;

    @Inject
    OwnMoves moves;

    @Inject
    OwnMoveRepository repository;

    @Inject
    Moving moving;

    @Inject
    OwnBooks books;

    @Inject
    Reconciliation reconciliation;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @BeforeEach
    void newDay() {
        books.newDay();
    }

    @AfterEach
    void today() {
        bank.heal();
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void subsidies_and_commission_are_moved_and_found_in_the_file() {
        books.bear(1_300);
        books.earn(475);
        long off = books.off();
        long promo = ledger.balance(Account.bankPromo());
        long own = ledger.balance(Account.bankOwn());
        moving.instruct(clock.today());
        OwnMove topUp = today(Own.TOP_UP);
        OwnMove sweep = today(Own.SWEEP);
        // what tests before left on its way for good is not instructed again
        long onItsWay = ledger.subsidiesToMove() - topUp.fen();
        moving.send();
        assertThat(bank.booked(topUp.id(), "top_up")).isEqualTo(topUp.fen()).isPositive();
        assertThat(bank.booked(sweep.id(), "sweep")).isEqualTo(sweep.fen()).isPositive();
        assertThat(books.off()).as("the bank has moved it, no file shows it").isEqualTo(off);
        books.takeIn();
        books.takeIn();
        assertThat(books.off()).isEqualTo(off);
        assertThat(ledger.balance(Account.bankPromo()) - promo).isEqualTo(-topUp.fen());
        assertThat(ledger.balance(Account.bankOwn()) - own).isEqualTo(sweep.fen());
        assertThat(ledger.subsidiesToMove()).isEqualTo(onItsWay);
        assertThat(today(Own.SWEEP).inFile()).isEqualTo(clock.today());
        moving.instruct(clock.today().plusDays(1));
        assertThat(books.tomorrow(Own.TOP_UP)).as("all is moved").isEmpty();
    }

    @Test
    void a_day_has_one_of_each_however_many_reckon_it() throws Exception {
        books.bear(900);
        books.earn(300);
        long commission = ledger.ownToSweep();
        LocalDate day = clock.today();
        List<Callable<String>> work = IntStream.range(0, THREADS)
                .<Callable<String>>mapToObj(at -> () -> {
                    moving.instruct(at % 2 == 0 ? day : day.plusDays(1));
                    moving.send();
                    return "";
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<String> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEmpty();
            }
        }
        List<OwnMove> made = moves.newest(6).stream()
                .filter(move -> !move.day().isBefore(day))
                .toList();
        assertThat(made).filteredOn(move -> move.kind() == Own.TOP_UP).hasSize(1);
        assertThat(made.stream()
                        .filter(move -> move.kind() == Own.SWEEP)
                        .mapToLong(OwnMove::fen)
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(commission);
        assertThat(made)
                .allSatisfy(
                        move -> assertThat(bank.booked(move.id(), word(move))).isEqualTo(move.fen()));
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_a_refusal_taken_over_by_the_next_day() {
        books.bear(800);
        books.earn(200);
        moving.instruct(clock.today());
        bank.failNext(Fault.DONE_BUT_SILENT, Fault.REFUSED);
        moving.send();
        List<OwnMove> told = List.of(today(Own.TOP_UP), today(Own.SWEEP));
        assertThat(told)
                .extracting(OwnMove::state)
                .containsExactlyInAnyOrder(OwnMove.State.INSTRUCTED, OwnMove.State.REFUSED);
        moving.send();
        OwnMove refused = told.stream()
                .filter(move -> move.state() == OwnMove.State.REFUSED)
                .findFirst()
                .orElseThrow();
        assertThat(told)
                .allSatisfy(move -> assertThat(bank.booked(move.id(), word(move)))
                        .isEqualTo(move.equals(refused) ? 0 : move.fen()));
        moving.instruct(clock.today().plusDays(1));
        assertThat(books.tomorrow(refused.kind()).orElseThrow().fen()).isGreaterThanOrEqualTo(refused.fen());
    }

    @Test
    void what_no_file_shows_after_two_days_is_missing_until_one_does() {
        books.bear(600);
        moving.instruct(clock.today());
        moving.send();
        OwnMove topUp = today(Own.TOP_UP);
        BankBook.Entry hidden = bank.hide(topUp.id().toString());
        books.takeIn();
        books.later(2);
        TakingIn.TakenIn late = books.takeIn();
        assertThat(late.differences()).isPositive();
        bank.show(hidden);
        assertThat(books.takeIn().differences()).isZero();
        assertThat(moves.byId(topUp.id()).orElseThrow().inFile()).isEqualTo(clock.today());
        assertThat(reconciliation.differences(10_000))
                .filteredOn(difference -> difference.ourRef().equals(topUp.id().toString()))
                .singleElement()
                .matches(difference -> difference.clearedAt() != null);
    }

    private static String word(OwnMove move) {
        return move.kind().in() ? "top_up" : "sweep";
    }

    private OwnMove today(Own kind) {
        return books.of(kind, clock.today()).orElseThrow();
    }
}
