package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.gateway.BankBook;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.Ledger;
import terrace.orders.payment.Payment;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;

@MicronautTest(transactional = false)
class ReconciliationTest {

    private static final URI BACK = URI.create("http://localhost/purchases/1");

    /** Each test has days of its own: what one leaves behind is no other's difference. */
    private static int days;

    /** What the books of other tests, whose banks are gone, are off by. */
    private long offBefore;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Payments payments;

    @Inject
    Tickets tickets;

    @Inject
    Settlement settlement;

    @Inject
    Paying paying;

    @Inject
    EscrowRelease release;

    @Inject
    Shops shops;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @BeforeEach
    void newDay() {
        days += 10;
        clock.shift(Duration.ofDays(days - 1));
        jobs.run("send-refunds");
        paying.send();
        takeIn();
        clock.shift(Duration.ofDays(days));
        offBefore = compared().differenceFen();
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void a_day_is_taken_in_once_however_often_and_may_grow() {
        Merchant shop = shops.open();
        paid(shop, 6_000);
        UUID late = paid(shop, 900, true);
        jobs.run("send-refunds");
        paying.send();
        assertThat(takeIn()).isEqualTo(new TakingIn.TakenIn(clock.today(), 4, 4, 0, bankFen()));
        long escrow = ledger.balance(Account.bankEscrow());
        assertThat(takeIn()).isEqualTo(new TakingIn.TakenIn(clock.today(), 4, 0, 0, bankFen()));
        assertThat(ledger.balance(Account.bankEscrow())).isEqualTo(escrow);
        assertThat(ledger.balance(Account.unallocated(late))).isZero();
        paid(shop, 100);
        assertThat(takeIn()).isEqualTo(new TakingIn.TakenIn(clock.today(), 5, 1, 0, bankFen()));
        assertAgreed();
    }

    @Test
    void ledger_and_bank_agree_to_the_fen_before_and_after_the_file() {
        Merchant shop = shops.open();
        paid(shop, 12_345);
        paying.send();
        assertAgreed();
        takeIn();
        assertAgreed();
        assertThat(settlement.payoutsOf(shop.id(), 1))
                .singleElement()
                .extracting(Payout::inFile)
                .isEqualTo(clock.today());
        assertThat(compared().trial().sound()).isTrue();
    }

    @Test
    void operators_taking_in_a_day_at_once_post_it_once() throws Exception {
        Merchant shop = shops.open();
        for (int i = 0; i < 5; i++) {
            paid(shop, 1_000 + i);
        }
        List<TakingIn> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<TakingIn> done : threads.invokeAll(Collections.<Callable<TakingIn>>nCopies(4, this::takeIn))) {
                results.add(done.get());
            }
        }
        assertThat(results).allMatch(TakingIn.TakenIn.class::isInstance);
        assertThat(results.stream()
                        .mapToInt(r -> ((TakingIn.TakenIn) r).newLines())
                        .sum())
                .isEqualTo(5);
        assertAgreed();
    }

    @Test
    void a_charge_nobody_told_us_of_is_settled_by_the_file() {
        Tickets.Ticket ticket = tickets.sell(4_444);
        UUID payment = start(ticket);
        bank.pay(payment);
        takeIn();
        assertThat(payments.byId(payment)).get().extracting(Payment::state).isEqualTo(Payment.State.TAKEN);
        assertThat(payments.byId(payment)).get().extracting(Payment::inFile).isEqualTo(clock.today());
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isPositive();
    }

    @Test
    void money_unknown_to_us_waits_in_suspense() {
        long before = ledger.balance(Account.suspenseOver());
        bank.payUnknown(777);
        assertThat(takeIn())
                .isInstanceOfSatisfying(
                        TakingIn.TakenIn.class,
                        in -> assertThat(in.differences()).isEqualTo(1));
        assertThat(ledger.balance(Account.suspenseOver()) - before).isEqualTo(777);
        assertThat(reconciliation.differences(1_000))
                .filteredOn(d -> d.day().equals(clock.today()))
                .singleElement()
                .matches(d -> d.kind() == Difference.Kind.MISSING_HERE && d.bankFen() == 777);
        assertAgreed();
    }

    @Test
    void an_amount_off_by_a_fen_is_posted_as_the_bank_has_it_and_shown() {
        long before = ledger.balance(Account.suspenseShort());
        UUID payment = paid(shops.open(), 5_000);
        bank.tamper(payment.toString(), 4_999);
        takeIn();
        assertThat(ledger.balance(Account.suspenseShort()) - before).isEqualTo(1);
        assertThat(reconciliation.differences(1_000))
                .filteredOn(d -> d.day().equals(clock.today()))
                .singleElement()
                .matches(d -> d.kind() == Difference.Kind.AMOUNT_DIFFERS && d.ourFen() == 5_000);
        assertAgreed();
        bank.tamper(payment.toString(), 5_000);
        assertThat(takeIn()).isInstanceOf(TakingIn.Broken.class);
        bank.tamper(payment.toString(), 4_999);
    }

    @Test
    void a_charge_missing_after_two_days_is_reported_once_and_cleared_when_it_comes() {
        long suspense = ledger.balance(Account.suspenseShort());
        UUID payment = paid(shops.open(), 8_800);
        BankBook.Entry entry = bank.hide(payment.toString());
        clock.shift(Duration.ofDays(days + 1));
        takeIn();
        assertThat(ledger.balance(Account.suspenseShort())).isEqualTo(suspense);
        clock.shift(Duration.ofDays(days + 2));
        takeIn();
        takeIn();
        assertThat(ledger.balance(Account.suspenseShort()) - suspense).isEqualTo(8_800);
        assertAgreed();
        bank.show(entry);
        takeIn();
        assertThat(ledger.balance(Account.suspenseShort())).isEqualTo(suspense);
        assertThat(reconciliation.differences(1_000))
                .filteredOn(d -> d.ourRef().equals(payment.toString()))
                .singleElement()
                .matches(d -> d.kind() == Difference.Kind.MISSING_THERE && d.clearedAt() != null);
        assertAgreed();
    }

    @Test
    void a_day_that_has_not_begun_is_not_asked_for() {
        assertThat(reconciliation.takeIn(clock.today().plusDays(1), "test"))
                .isEqualTo(new TakingIn.NotYet(clock.today().plusDays(1)));
    }

    private UUID paid(Merchant shop, long fen) {
        return paid(shop, fen, false);
    }

    private UUID paid(Merchant shop, long fen, boolean late) {
        Tickets.Ticket ticket = tickets.sell(fen, shop.id(), shop.id());
        UUID payment = start(ticket);
        bank.pay(payment);
        if (late) {
            tickets.lapse(ticket.id());
        }
        payments.resolve(payment);
        if (!late) {
            long first = Tickets.firstShare(fen);
            release.orderAccepted(ticket.firstOrder(), shop.id(), first, 0);
            release.orderAccepted(ticket.secondOrder(), shop.id(), fen - first, 100);
        }
        return payment;
    }

    private UUID start(Tickets.Ticket ticket) {
        return ((PaymentStart.Started) payments.start(Tickets.KIND, ticket.id(), BACK)).paymentId();
    }

    private TakingIn takeIn() {
        return reconciliation.takeIn(clock.today(), "test");
    }

    private long bankFen() {
        return bank.book().stream()
                .mapToLong(e -> e.type().equals("charge") ? e.fen() : -e.fen())
                .sum();
    }

    private void assertAgreed() {
        assertThat(compared().differenceFen()).isEqualTo(offBefore);
    }

    private BalanceCheck.Compared compared() {
        return (BalanceCheck.Compared) reconciliation.balanceCheck();
    }
}
