package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.closing.DayClosings;
import terrace.orders.closing.DayInBrief;
import terrace.orders.closing.DayStand;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Owner;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;

/** A file that is posted half, and what only a file says: the bank's fee. */
@MicronautTest(transactional = false)
class TakingInTest {

    private static final URI BACK = URI.create("http://localhost/purchases/1");

    /** So many lines are posted together. */
    private static final int PIECE = 500;

    /** Days no other test has. */
    private static final int FIRST_DAY = 4_000;

    private static int days = FIRST_DAY;

    @Inject
    Reconciliation reconciliation;

    @Inject
    DayClosings closings;

    @Inject
    Payments payments;

    @Inject
    Tickets tickets;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Owner owner;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @BeforeEach
    void newDay() {
        days += 10;
        clock.shift(Duration.ofDays(days));
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void a_file_whose_taking_in_was_cut_off_is_taken_in_to_its_end_by_itself() {
        LocalDate day = clock.today().minusDays(1);
        for (int line = 0; line <= PIECE; line++) {
            bank.payUnknownOn(1, day);
        }
        long over = ledger.balance(Account.suspenseOver());
        String last = bank.book().getLast().bankRef();
        owner.run("create function orders.cut_off() returns trigger language plpgsql as "
                + "$$ begin raise exception 'cut off'; end $$;"
                + "create trigger cut_off before insert on orders.bank_line for each row when (new.bank_ref = '" + last
                + "') execute function orders.cut_off()");
        try {
            assertThatThrownBy(() -> reconciliation.takeIn(day, "test")).hasMessageContaining("cut off");
        } finally {
            owner.run("drop trigger cut_off on orders.bank_line; drop function orders.cut_off()");
        }
        assertThat(ledger.balance(Account.suspenseOver()) - over).isEqualTo(PIECE);
        assertThat(closings.stand(day).file()).matches(file -> !file.complete(), "not to be closed");
        jobs.run("take-in-bank-files");
        assertThat(ledger.balance(Account.suspenseOver()) - over).isEqualTo(PIECE + 1);
        assertThat(closings.stand(day).file()).matches(DayStand.Taken::complete, "whole");
        assertThat(closings.latest(9))
                .hasSize(9)
                .filteredOn(brief -> brief.day().equals(day))
                .singleElement()
                .isEqualTo(new DayInBrief(day, true, closings.stand(day).file(), false));
        jobs.run("take-in-bank-files");
        assertThat(ledger.balance(Account.suspenseOver()) - over).isEqualTo(PIECE + 1);
    }

    @Test
    void the_banks_fee_is_lacking_until_its_file_says_so_and_is_then_the_platforms_expense() {
        long off = compared().differenceFen();
        long expense = ledger.balance(Account.channelFee());
        bank.fees(60);
        Tickets.Ticket ticket = tickets.sell(10_000);
        PaymentStart.Started started = (PaymentStart.Started) payments.start(Tickets.KIND, ticket.id(), BACK);
        bank.pay(started.paymentId());
        bank.fees(0);
        payments.resolve(started.paymentId());
        assertThat(compared().differenceFen() - off).isEqualTo(-60);
        reconciliation.takeIn(clock.today(), "test");
        assertThat(compared().differenceFen()).isEqualTo(off);
        assertThat(ledger.balance(Account.channelFee()) - expense).isEqualTo(60);
    }

    @Test
    void less_than_a_hundredth_of_what_no_file_has_shown_may_be_fees_and_nothing_else() {
        assertThat(held(9_940).withinFees()).isTrue();
        assertThat(held(9_899).withinFees()).as("more than a fee").isFalse();
        assertThat(held(10_000).withinFees()).as("nothing lacks").isFalse();
        assertThat(held(10_060).withinFees()).as("too much").isFalse();
    }

    /** By a bank with one payment of 100 yuan that no file has shown. */
    private static BalanceCheck.Compared held(long bankFen) {
        return new BalanceCheck.Compared(bankFen, 0, 10_000, 0, 10_000, new TrialBalance(10_000, 10_000, 0));
    }

    private BalanceCheck.Compared compared() {
        return (BalanceCheck.Compared) reconciliation.balanceCheck();
    }
}
