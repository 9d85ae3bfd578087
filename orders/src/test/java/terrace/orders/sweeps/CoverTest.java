package terrace.orders.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport;
import terrace.orders.books.Invariant;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** Custody never lacks what it owes for longer than a day: out of commission, else from the platform's own account. */
@MicronautTest(transactional = false)
class CoverTest {

    @Inject
    OwnBooks books;

    @Inject
    BooksCheck check;

    @Inject
    Moving moving;

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
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void commission_stays_where_custody_holds_no_more_than_it_owes() {
        moving.instruct(clock.today());
        moving.send();
        books.takeIn();
        books.bear(5_000 + Math.max(0, books.compared().coverFen()));
        long due = ledger.ownToSweep();
        ledger.post(Journal.of(
                JournalKind.ORDER_ACCEPTED,
                "test",
                Ids.next(),
                clock.now(),
                Posting.debit(Account.channelFee(), 700),
                Posting.credit(Account.commission(), 700)));
        moving.instruct(clock.today().plusDays(1));
        assertThat(ledger.ownToSweep()).isEqualTo(due + 700);
        assertThat(books.tomorrow(Own.TOP_UP)).isPresent();
        assertThat(books.tomorrow(Own.SWEEP)).isEmpty();
    }

    @Test
    void what_custody_lacks_is_added_once_and_goes_back_when_it_is_there_again() {
        books.pay(Account.channelFee(), 900 + Math.max(0, books.beyondFen()));
        long lacking = -books.beyondFen();
        long off = books.off();
        long own = ledger.balance(Account.bankOwn());
        long differs = differs();
        moving.instruct(clock.today());
        OwnMove cover = books.of(Own.COVER, clock.today()).orElseThrow();
        assertThat(cover.fen()).isEqualTo(lacking).isGreaterThanOrEqualTo(900);
        assertThat(books.of(Own.SWEEP, clock.today())).isEmpty();
        moving.instruct(clock.today().plusDays(1));
        assertThat(books.tomorrow(Own.COVER)).as("it is on its way").isEmpty();
        moving.send();
        moving.send();
        assertThat(bank.booked(cover.id(), "top_up")).isEqualTo(lacking);
        books.takeIn();
        assertThat(books.off()).isEqualTo(off);
        assertThat(differs()).as("what its file says of each account").isEqualTo(differs);
        assertThat(ledger.balance(Account.bankOwn()) - own).isEqualTo(-lacking);
        assertThat(books.beyondFen()).as("no more than it must hold").isZero();
        books.earn(200);
        moving.instruct(clock.today().plusDays(2));
        assertThat(books.of(Own.COVER, clock.today().plusDays(2))).isEmpty();
        assertThat(books.of(Own.SWEEP, clock.today().plusDays(2)).orElseThrow().fen())
                .isGreaterThanOrEqualTo(200);
    }

    /** From what the bank's files add up to; other tests leave something. */
    private long differs() {
        return check.ask(Invariant.BANK_SAYS_THE_SAME)
                .map(BooksReport.Finding::off)
                .orElse(0L);
    }

    @Test
    void subsidies_that_will_be_moved_are_not_added_too() {
        books.bear(100);
        moving.instruct(clock.today());
        moving.send();
        books.takeIn();
        books.bear(5_000);
        moving.instruct(clock.today().plusDays(1));
        assertThat(books.tomorrow(Own.TOP_UP)).isPresent();
        assertThat(books.tomorrow(Own.COVER)).isEmpty();
    }
}
