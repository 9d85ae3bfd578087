package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.gateway.BankBook;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.Ledger;
import terrace.orders.payment.Payment;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;
import terrace.orders.stripe.NoticeSignature;

/**
 * Everything that can happen to money, in a random order with a bank that loses answers; the books hold after every
 * step, and once the faults stop, everything that must clear clears. {@code -Dterrace.walk.steps=10000
 * -Dterrace.walk.seed=…} walks further or the same way again.
 */
@MicronautTest(transactional = false)
class RandomWalkTest {

    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final int STEPS = Integer.getInteger("terrace.walk.steps", 300);
    private static final long SEED = Long.getLong("terrace.walk.seed", System.nanoTime());
    private static final int FULL_CHECK_EVERY = 10;

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
    Refunds refunds;

    @Inject
    EscrowRelease release;

    @Inject
    Shops shops;

    @Inject
    FakePaymentGateway bank;

    @Inject
    BankLink link;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Tickets.Ticket> sold = new ArrayList<>();
    private final List<UUID> begun = new ArrayList<>();
    private final List<Merchant> merchants = new ArrayList<>();
    private long offBefore;

    @Test
    void money_holds_together_whatever_happens() {
        for (int i = 0; i < 4; i++) {
            merchants.add(shops.open());
        }
        settleDown();
        offBefore = compared().differenceFen();
        for (int step = 1; step <= STEPS; step++) {
            take(step);
            if (step % FULL_CHECK_EVERY == 0) {
                assertThat(ledger.trialBalance().sound())
                        .as("step %d of seed %d", step, SEED)
                        .isTrue();
            }
        }
        bank.heal();
        settleDown();
        assertEverythingClears();
    }

    private void take(int step) {
        if (random.nextInt(6) == 0) {
            bank.failNext(random.nextBoolean() ? Fault.NOTHING_DONE : Fault.DONE_BUT_SILENT);
        }
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> sell();
            case 3, 4 -> pay();
            case 5, 6 -> hear("evt_" + SEED + "_" + random.nextInt(step));
            case 7 -> resolve();
            case 8 -> lapse();
            case 9 -> accept();
            case 10 -> paying.send();
            default -> work();
        }
    }

    private void sell() {
        Tickets.Ticket ticket = tickets.sell(
                1 + random.nextLong(50_000), any(merchants).id(), any(merchants).id());
        sold.add(ticket);
        begin(ticket);
    }

    private void begin(Tickets.Ticket ticket) {
        if (payments.start(Tickets.KIND, ticket.id(), BACK) instanceof PaymentStart.Started started) {
            begun.add(started.paymentId());
        }
    }

    private void pay() {
        if (!sold.isEmpty() && random.nextInt(3) == 0) {
            begin(any(sold));
        }
        for (UUID payment : begun) {
            if (random.nextInt(4) == 0 && bank.payable(payment)) {
                bank.pay(payment, random.nextInt(20) == 0 ? 1 + random.nextLong(50_000) : bank.due(payment));
            }
        }
    }

    private void hear(String event) {
        if (!begun.isEmpty()) {
            byte[] body = ("{\"id\":\"" + event + "\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":"
                            + "{\"metadata\":{\"payment_id\":\"" + any(begun) + "\"}}}}")
                    .getBytes(StandardCharsets.UTF_8);
            String signature = NoticeSignature.header(body, link.noticeSecret(), clock.now());
            payments.receive("stripe", new NoticeLetter(body, Map.of("Stripe-Signature", List.of(signature))));
        }
    }

    private void resolve() {
        if (!begun.isEmpty()) {
            payments.resolve(any(begun));
        }
    }

    private void lapse() {
        if (!sold.isEmpty()) {
            tickets.lapse(any(sold).id());
        }
    }

    private void accept() {
        for (Tickets.Ticket ticket : sold) {
            if (random.nextInt(3) == 0) {
                accept(ticket.firstOrder(), ticket.firstMerchant());
                accept(ticket.secondOrder(), ticket.secondMerchant());
            }
        }
    }

    private void accept(UUID order, UUID merchant) {
        long held = ledger.balance(Account.escrow(order));
        if (held > 0) {
            release.orderAccepted(order, merchant, held, random.nextBoolean() ? 0 : 350);
        }
    }

    private void work() {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "with p as (update orders.payout set due_at = clock_timestamp() where due_at is not null), "
                        + "r as (update orders.refund set due_at = clock_timestamp() where due_at is not null), "
                        + "n as (update orders.payment_notice set due_at = clock_timestamp() where state = 'NEW') "
                        + "update orders.payment set next_check_at = clock_timestamp() where next_check_at is not null "
                        + "and payable_kind = 'ticket' and id = any (?)",
                this::onlyOurs));
        for (String job : List.of("read-payment-notices", "resolve-payments", "send-refunds", "send-payouts")) {
            jobs.run(job);
        }
        reconciliation.takeIn(clock.today(), "walk");
    }

    private int onlyOurs(PreparedStatement statement) throws java.sql.SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("uuid", begun.toArray()));
        return statement.executeUpdate();
    }

    /** No faults any more: two rounds of everything that works by itself. */
    private void settleDown() {
        sold.forEach(ticket -> {
            accept(ticket.firstOrder(), ticket.firstMerchant());
            accept(ticket.secondOrder(), ticket.secondMerchant());
        });
        work();
        sold.forEach(ticket -> {
            accept(ticket.firstOrder(), ticket.firstMerchant());
            accept(ticket.secondOrder(), ticket.secondMerchant());
        });
        work();
        paying.send();
        work();
    }

    private void assertEverythingClears() {
        String walk = "seed " + SEED;
        for (Tickets.Ticket ticket : sold) {
            assertThat(ledger.balance(Account.escrow(ticket.firstOrder())))
                    .as(walk)
                    .isZero();
            assertThat(ledger.balance(Account.escrow(ticket.secondOrder())))
                    .as(walk)
                    .isZero();
        }
        for (UUID id : begun) {
            Payment payment = payments.byId(id).orElseThrow();
            long charged = booked(id);
            assertThat(payment.received()).as(walk).isEqualTo(charged);
            assertThat(ledger.balance(Account.unallocated(id))).as(walk).isZero();
            long back = refunds.ofPayment(id).stream()
                    .mapToLong(r -> cleared(r, walk))
                    .sum();
            assertThat(back).as(walk).isEqualTo(payment.state() == Payment.State.UNWANTED ? charged : 0);
        }
        for (Merchant merchant : merchants) {
            assertThat(settlement.availableFen(merchant.id())).as(walk).isZero();
            settlement.payoutsOf(merchant.id(), STEPS).forEach(payout -> {
                assertThat(booked(payout.id())).as(walk).isEqualTo(payout.fen());
                assertThat(ledger.balance(Account.payoutInFlight(payout.id())))
                        .as(walk)
                        .isZero();
            });
        }
        assertThat(compared().differenceFen()).as(walk).isEqualTo(offBefore);
        assertThat(compared().trial().sound()).as(walk).isTrue();
    }

    private long cleared(Refund refund, String walk) {
        assertThat(ledger.balance(Account.refundInFlight(refund.id()))).as(walk).isZero();
        assertThat(booked(refund.id())).as(walk).isEqualTo(refund.fen());
        return refund.fen();
    }

    private long booked(UUID ourId) {
        return bank.book().stream()
                .filter(entry -> entry.ourRef().equals(ourId.toString()))
                .mapToLong(BankBook.Entry::fen)
                .sum();
    }

    private BalanceCheck.Compared compared() {
        return (BalanceCheck.Compared) reconciliation.balanceCheck();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
