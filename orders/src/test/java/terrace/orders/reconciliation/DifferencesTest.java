package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.closing.Closing;
import terrace.orders.closing.DayClosings;
import terrace.orders.closing.DayInBrief;
import terrace.orders.gateway.BankBook;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Sql;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;

/** What becomes of differences, of payouts that come back, and of days that are closed. */
@MicronautTest(transactional = false)
class DifferencesTest {

    private static final UUID ONE = Paying.MAKER;
    private static final UUID OTHER = Paying.CHECKER;
    private static int days = 500;

    @Inject
    Reconciliation reconciliation;

    @Inject
    DifferenceQueue queue;

    @Inject
    WriteOffs writeOffs;

    @Inject
    DayClosings closings;

    @Inject
    HashChain chain;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Payments payments;

    @Inject
    Tickets tickets;

    @Inject
    EscrowRelease release;

    @Inject
    Settlement settlement;

    @Inject
    Paying paying;

    @Inject
    Shops shops;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @Inject
    TransactionOperations<Connection> transactions;

    @BeforeEach
    void newDay() {
        days += 10;
        clock.shift(Duration.ofDays(days));
        // what other tests paid and no file has shown is found now, not later
        takeIn();
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void two_persons_write_a_difference_off_and_suspense_is_empty_of_it() {
        long over = ledger.balance(Account.suspenseOver());
        long spent = ledger.balance(Account.writeOff());
        bank.payUnknown(333);
        takeIn();
        Difference difference = open(333);
        assertThat(queue.see(difference.id(), ONE, " asked the bank ")).isTrue();
        assertThat(queue.byId(difference.id()).orElseThrow())
                .matches(seen -> ONE.equals(seen.ownerId()) && "asked the bank".equals(seen.note()));
        WriteOff proposed = ((WritingOff.Proposed) writeOffs
                        .propose(difference.id(), ONE, "nobody knows it")
                        .orElseThrow())
                .writeOff();
        assertThat(writeOffs.propose(difference.id(), OTHER, "nobody knows it"))
                .get()
                .isInstanceOf(WritingOff.Standing.class);
        assertThat(writeOffs.decide(proposed.id(), ONE, true)).get().isInstanceOf(WritingOff.SamePerson.class);
        assertThatThrownBy(() -> transactions.executeWrite(status -> sql.change(
                        "update orders.write_off set state = 'APPROVED', decided_by = proposed_by, decided_at = now() "
                                + "where id = ?",
                        proposed.id())))
                .hasStackTraceContaining("write_off_by_two_persons");
        assertThat(writeOffs.decide(proposed.id(), OTHER, true)).get().isInstanceOf(WritingOff.Decided.class);
        assertThat(writeOffs.decide(proposed.id(), OTHER, true)).get().isInstanceOf(WritingOff.Standing.class);
        assertThat(ledger.balance(Account.suspenseOver())).isEqualTo(over);
        assertThat(ledger.balance(Account.writeOff())).isEqualTo(spent - 333);
        assertThat(queue.byId(difference.id()).orElseThrow().open()).isFalse();
    }

    @Test
    void what_was_refused_stays_and_may_be_proposed_again() {
        bank.payUnknown(44);
        takeIn();
        UUID id = open(44).id();
        WriteOff proposed = ((WritingOff.Proposed)
                        writeOffs.propose(id, ONE, "too small to ask").orElseThrow())
                .writeOff();
        writeOffs.decide(proposed.id(), OTHER, false);
        assertThat(queue.byId(id).orElseThrow().open()).isTrue();
        assertThat(writeOffs.propose(id, ONE, "still too small")).get().isInstanceOf(WritingOff.Proposed.class);
    }

    @Test
    void a_charge_that_turns_up_after_it_was_written_off_is_no_loss_any_more() {
        long spent = ledger.balance(Account.writeOff());
        long missing = ledger.balance(Account.suspenseShort());
        Tickets.Ticket ticket = tickets.sell(8_800);
        UUID payment = paid(ticket);
        BankBook.Entry entry = bank.hide(payment.toString());
        clock.shift(Duration.ofDays(days + 2));
        takeIn();
        Difference difference = reconciliation.differences(5_000).stream()
                .filter(one -> one.ourRef().equals(payment.toString()))
                .findFirst()
                .orElseThrow();
        WriteOff proposed = ((WritingOff.Proposed) writeOffs
                        .propose(difference.id(), ONE, "the bank denies it")
                        .orElseThrow())
                .writeOff();
        writeOffs.decide(proposed.id(), OTHER, true);
        assertThat(ledger.balance(Account.writeOff())).isEqualTo(spent + 8_800);
        bank.show(entry);
        takeIn();
        assertThat(ledger.balance(Account.writeOff())).isEqualTo(spent);
        assertThat(ledger.balance(Account.suspenseShort())).isEqualTo(missing);
        assertThat(queue.byId(difference.id()).orElseThrow().clearedAt()).isNotNull();
    }

    @Test
    void a_payout_that_comes_back_after_the_file_showed_it_is_available_again_once() {
        Merchant shop = shops.open();
        Tickets.Ticket ticket = tickets.sell(6_000, shop.id(), shop.id());
        paid(ticket);
        release.orderAccepted(ticket.firstOrder(), shop.id(), Tickets.firstShare(6_000), 0);
        paying.send();
        takeIn();
        Payout payout = settlement.payoutsOf(shop.id(), 1).getFirst();
        assertThat(payout.inFile()).isEqualTo(clock.today());
        bank.giveBack(payout.id());
        takeIn();
        takeIn();
        assertThat(settlement.payout(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.RETURNED);
        assertThat(settlement.availableFen(shop.id())).isEqualTo(payout.fen());
        assertThat(ledger.balance(Account.payoutInFlight(payout.id()))).isZero();
        paying.send();
        assertThat(settlement.payoutsOf(shop.id(), 9)).hasSize(2);
    }

    @Test
    void a_day_is_closed_once_by_a_person_when_it_is_over_and_its_file_is_there() {
        bank.payUnknown(77);
        takeIn();
        var day = clock.today();
        assertThat(closings.close(day, ONE, "")).isInstanceOf(Closing.NotOver.class);
        clock.shift(Duration.ofDays(days + 1));
        assertThat(closings.close(day, ONE, "")).isInstanceOf(Closing.NoFile.class);
        bank.payUnknownOn(1, day);
        reconciliation.takeIn(day, "test");
        assertThat(closings.close(day, ONE, " ")).isInstanceOf(Closing.NoteWanted.class);
        Closing closing = closings.close(day, ONE, "two unknown payments, the bank was asked");
        assertThat(closing).isInstanceOfSatisfying(Closing.Closed.class, closed -> {
            assertThat(closed.closing().lines()).isEqualTo(2);
            assertThat(closed.closing().matched()).isZero();
            assertThat(chain.holds(closed.closing().head())).isTrue();
        });
        assertThat(closings.close(day, OTHER, "once more")).isInstanceOf(Closing.ClosedBefore.class);
        assertThat(closings.latest(days + 2))
                .filteredOn(brief -> brief.day().equals(day))
                .singleElement()
                .isEqualTo(new DayInBrief(day, true, closings.stand(day).file(), true));
    }

    @Test
    void what_the_platform_moves_in_or_takes_out_is_posted_from_the_file() {
        long promo = ledger.balance(Account.bankPromo());
        long own = ledger.balance(Account.bankOwn());
        long escrow = ledger.balance(Account.bankEscrow());
        bank.own("top_up", 1_300);
        bank.own("sweep", 475);
        takeIn();
        takeIn();
        assertThat(ledger.balance(Account.bankPromo()) - promo).isEqualTo(-1_300);
        assertThat(ledger.balance(Account.bankOwn()) - own).isEqualTo(475);
        assertThat(ledger.balance(Account.bankEscrow()) - escrow).isEqualTo(825);
    }

    private UUID paid(Tickets.Ticket ticket) {
        UUID payment = ((PaymentStart.Started)
                        payments.start(Tickets.KIND, ticket.id(), URI.create("http://localhost/purchases/1")))
                .paymentId();
        bank.pay(payment);
        payments.resolve(payment);
        return payment;
    }

    /** The one of today, whatever other tests found on days still to come. */
    private Difference open(long bankFen) {
        return queue.oldest(10_000).stream()
                .filter(one -> one.day().equals(clock.today()) && one.bankFen() == bankFen)
                .findFirst()
                .orElseThrow();
    }

    private void takeIn() {
        assertThat(reconciliation.takeIn(clock.today(), "test")).isInstanceOf(TakingIn.TakenIn.class);
    }
}
