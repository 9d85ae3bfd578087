package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.SandboxBank;
import terrace.orders.gateway.WithTheBank;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.Ledger;
import terrace.orders.payment.NoticeReceipt;
import terrace.orders.payment.Payment;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;

/** The real sandbox bank in a process of its own, over HTTP both ways; its book is the judge. */
@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class SandboxBankTest implements TestPropertyProvider {

    private static final URI BACK = URI.create("http://127.0.0.1/purchases/1");
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final HttpServer site = site();

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
    SandboxBank bank;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    Bazaar bazaar;

    private long offBefore;

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                "terrace.bank.embedded",
                "true",
                "terrace.bank.fee-basis-points",
                "60",
                "terrace.bank.notice-url",
                "http://127.0.0.1:" + site.getAddress().getPort() + "/payments/notices");
    }

    private HttpServer site() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/payments/notices", this::notice);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void notice(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        NoticeReceipt receipt = payments.receive("stripe", new NoticeLetter(body, exchange.getRequestHeaders()));
        exchange.sendResponseHeaders(receipt instanceof NoticeReceipt.Kept ? 200 : 400, -1);
        exchange.close();
    }

    @BeforeEach
    void begin() {
        bank.heal();
        // custody pays all of it out though the bank has kept its fee
        bank.move("top_up", 1_000);
        takeIn();
        offBefore = compared().differenceFen();
    }

    @AfterEach
    void agreed() {
        bank.heal();
        takeIn();
        assertThat(compared().differenceFen()).isEqualTo(offBefore);
        assertThat(compared().trial().sound()).isTrue();
    }

    @AfterAll
    void close() {
        site.stop(0);
    }

    @Test
    void a_payment_is_noticed_settled_paid_out_and_found_in_the_file() {
        Merchant shop = shops.open();
        Tickets.Ticket ticket = tickets.sell(14_200, shop.id(), shop.id());
        UUID payment = payAtTheBank(ticket);
        until(() -> state(payment) == Payment.State.TAKEN);
        release.orderAccepted(ticket.firstOrder(), shop.id(), 9_466, 0);
        release.orderAccepted(ticket.secondOrder(), shop.id(), 4_734, 0);
        paying.send();
        assertThat(settlement.payoutsOf(shop.id(), 9))
                .singleElement()
                .satisfies(payout -> assertThat(payout.state()).isEqualTo(Payout.State.SENT));
        assertThat(takeIn().differences()).isZero();
        assertThat(takeIn().newLines()).isZero();
        assertThat(payments.byId(payment).orElseThrow().inFile()).isEqualTo(clock.today());
        assertThat(bazaar.number("select fee_fen from orders.bank_line where our_id = ?", payment))
                .isEqualTo(85);
        Payout payout = settlement.payoutsOf(shop.id(), 9).getFirst();
        assertThat(payout.inFile()).isEqualTo(clock.today());
        assertThat(ledger.balance(Account.payoutInFlight(payout.id()))).isZero();
    }

    @Test
    void what_moves_without_our_asking_is_found_in_the_file() {
        Merchant shop = shops.open();
        Tickets.Ticket ticket = tickets.sell(14_200, shop.id(), shop.id());
        UUID payment = payAtTheBank(ticket);
        until(() -> state(payment) == Payment.State.TAKEN);
        release.orderAccepted(ticket.firstOrder(), shop.id(), 9_466, 0);
        paying.send();
        Payout payout = settlement.payoutsOf(shop.id(), 9).getFirst();
        assertThat(takeIn().differences()).isZero();
        bank.move("transfer_return", payout.id());
        bank.move("top_up", 2_000);
        bank.move("sweep", 500);
        assertThat(takeIn().differences()).isZero();
        assertThat(settlement.payout(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.RETURNED);
        assertThat(ledger.balance(Account.available(shop.id()))).isEqualTo(9_466);
        bank.move("dispute", payment);
        assertThat(takeIn().differences()).as("a dispute nobody has told us of").isEqualTo(1);
        bank.move("dispute_return", payment);
        assertThat(takeIn().differences()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"effect_then_reset", "reset", "http500"})
    void a_page_opened_though_the_answer_was_lost_takes_one_charge(String fault) {
        bank.fail("{\"path\":\"/v1/checkout/sessions\",\"method\":\"POST\",\"kind\":\"" + fault + "\",\"times\":1}");
        Tickets.Ticket ticket = tickets.sell(2_500);
        UUID payment = payAtTheBank(ticket);
        until(() -> state(payment) == Payment.State.TAKEN);
        assertThat(charges(payment)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"effect_then_reset", "reset", "http500"})
    void a_refund_and_a_payout_whose_answers_were_lost_happen_once(String fault) {
        Merchant shop = shops.open();
        Tickets.Ticket late = tickets.sell(3_300);
        PaymentStart.Started started = begin(late);
        bank.pay(started.bankPage());
        tickets.lapse(late.id());
        until(() -> payments.resolve(started.paymentId()) instanceof PaymentView.Returned);
        Tickets.Ticket good = tickets.sell(6_000, shop.id(), shop.id());
        UUID payment = payAtTheBank(good);
        until(() -> state(payment) == Payment.State.TAKEN);
        release.orderAccepted(good.firstOrder(), shop.id(), 4_000, 0);
        bank.fail("[{\"path\":\"/v1/refunds\",\"method\":\"POST\",\"kind\":\"" + fault + "\",\"times\":1},"
                + "{\"path\":\"/v1/transfers\",\"method\":\"POST\",\"kind\":\"" + fault + "\",\"times\":1}]");
        paying.send();
        UUID refund = refunds.ofPayment(started.paymentId()).getFirst().id();
        UUID payout = settlement.payoutsOf(shop.id(), 1).getFirst().id();
        until(() -> {
            due();
            jobs.run("send-refunds");
            jobs.run("send-payouts");
            return refunds.byId(refund).orElseThrow().state() == Refund.State.DONE
                    && settlement.payout(payout).orElseThrow().state() == Payout.State.SENT;
        });
        assertThat(charges(refund)).isEqualTo(1);
        assertThat(charges(payout)).isEqualTo(1);
        assertThat(takeIn().differences()).isZero();
    }

    @Test
    void doubled_and_reordered_notices_settle_once() {
        bank.fail("[{\"kind\":\"duplicate_notices\"},{\"kind\":\"reorder_notices\"}]");
        Tickets.Ticket ticket = tickets.sell(1_234);
        UUID payment = payAtTheBank(ticket);
        until(() -> state(payment) == Payment.State.TAKEN);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isEqualTo(Tickets.firstShare(1_234));
    }

    @Test
    void the_page_of_a_lapsed_ticket_takes_no_money() {
        Tickets.Ticket ticket = tickets.sell(5_000);
        PaymentStart.Started started = begin(ticket);
        tickets.lapse(ticket.id());
        assertThat(payments.resolve(started.paymentId())).isInstanceOf(PaymentView.Failed.class);
        assertThat(bank.pay(started.bankPage())).isFalse();
    }

    private UUID payAtTheBank(Tickets.Ticket ticket) {
        PaymentStart.Started started = begin(ticket);
        assertThat(bank.pay(started.bankPage())).isTrue();
        return started.paymentId();
    }

    /** Presses the button until the bank gives a page, as a patient member would. */
    private PaymentStart.Started begin(Tickets.Ticket ticket) {
        PaymentStart start = payments.start(Tickets.KIND, ticket.id(), BACK);
        for (int presses = 1; presses < 5 && start instanceof PaymentStart.BankSilent; presses++) {
            start = payments.start(Tickets.KIND, ticket.id(), BACK);
        }
        return (PaymentStart.Started) start;
    }

    private Payment.State state(UUID payment) {
        return payments.byId(payment).orElseThrow().state();
    }

    private int charges(UUID ourId) {
        return bank.book().split(ourId.toString(), -1).length - 1;
    }

    private TakingIn.TakenIn takeIn() {
        return (TakingIn.TakenIn) reconciliation.takeIn(clock.today(), "test");
    }

    private BalanceCheck.Compared compared() {
        return (BalanceCheck.Compared) reconciliation.balanceCheck();
    }

    private void due() {
        bazaar.change("with p as (update orders.payout set due_at = clock_timestamp() where due_at is not null) "
                + "update orders.refund set due_at = clock_timestamp() where due_at is not null");
    }

    private static void until(BooleanSupplier done) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(giveUp);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
