package terrace.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.stripe.NoticeSignature;

@MicronautTest(transactional = false)
class PaymentsTest {

    private static final URI BACK = URI.create("http://localhost/purchases/1");

    @Inject
    Payments payments;

    @Inject
    Tickets tickets;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    BankLink link;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @AfterEach
    void sound() {
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @Test
    void a_paid_ticket_is_split_into_the_escrow_of_its_orders() {
        Tickets.Ticket ticket = tickets.sell(14_200);
        UUID payment = start(ticket);
        assertThat(payments.resolve(payment)).isInstanceOf(PaymentView.Open.class);
        bank.pay(payment);
        assertThat(payments.resolve(payment)).isInstanceOf(PaymentView.Taken.class);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isEqualTo(9_466);
        assertThat(ledger.balance(Account.escrow(ticket.secondOrder()))).isEqualTo(4_734);
        assertThat(payments.ofPayable(Tickets.KIND, ticket.id())).get().isInstanceOf(PaymentView.Taken.class);
        assertThat(payments.start(Tickets.KIND, ticket.id(), BACK)).isEqualTo(new PaymentStart.AlreadyPaid(payment));
    }

    @Test
    void pressing_pay_twice_or_in_two_tabs_opens_one_page() {
        Tickets.Ticket ticket = tickets.sell(1_000);
        List<PaymentStart> started =
                Bazaar.atOnce(Collections.nCopies(8, () -> payments.start(Tickets.KIND, ticket.id(), BACK)));
        assertThat(started.stream()
                        .filter(PaymentStart.Started.class::isInstance)
                        .distinct())
                .hasSize(1);
        assertThat(payments.start(Tickets.KIND, ticket.id(), BACK)).isInstanceOf(PaymentStart.Started.class);
    }

    @Test
    void fifty_notices_at_once_and_out_of_order_settle_once() {
        Tickets.Ticket ticket = tickets.sell(9_999);
        UUID payment = start(ticket);
        long before = ledger.balance(Account.clearing());
        bank.pay(payment);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String event = "evt_" + payment + "_" + i % 5;
            work.add(() -> receive(event, payment));
            work.add(() -> payments.resolve(payment));
        }
        Collections.shuffle(work, new java.util.Random(7));
        assertThat(Bazaar.atOnce(work)).doesNotContainNull();
        jobs.run("read-payment-notices");
        assertThat(payments.byId(payment)).get().extracting(Payment::state).isEqualTo(Payment.State.TAKEN);
        assertThat(ledger.balance(Account.clearing()) - before).isEqualTo(9_999);
    }

    @Test
    void a_notice_alone_settles_without_anyone_coming_back() throws Exception {
        Tickets.Ticket ticket = tickets.sell(500);
        UUID payment = start(ticket);
        bank.pay(payment);
        assertThat(receive("evt_" + payment, payment)).isEqualTo(new NoticeReceipt.Kept());
        Instant giveUp = Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(10);
        while (!payments.byId(payment).orElseThrow().settled()
                && Instant.ofEpochMilli(System.currentTimeMillis()).isBefore(giveUp)) {
            Thread.sleep(20);
        }
        assertThat(payments.byId(payment)).get().extracting(Payment::state).isEqualTo(Payment.State.TAKEN);
    }

    @Test
    void a_notice_says_nothing_by_itself() {
        Tickets.Ticket ticket = tickets.sell(500);
        UUID payment = start(ticket);
        receive("evt_early_" + payment, payment);
        jobs.run("read-payment-notices");
        assertThat(payments.byId(payment)).get().extracting(Payment::state).isEqualTo(Payment.State.OPEN);
    }

    @Test
    void forged_old_future_and_oversized_notices_are_refused() {
        byte[] body = notice("evt_x", Ids.next());
        Instant now = clock.now();
        String secret = link.noticeSecret();
        assertThat(receive(body, NoticeSignature.header(body, "wrong", now)))
                .isEqualTo(new NoticeReceipt.Refused("FORGED"));
        assertThat(receive(body, NoticeSignature.header(body, secret, now.minus(Duration.ofMinutes(6)))))
                .isEqualTo(new NoticeReceipt.Refused("TOO_OLD"));
        assertThat(receive(body, NoticeSignature.header(body, secret, now.plus(Duration.ofDays(365)))))
                .isEqualTo(new NoticeReceipt.Refused("FROM_THE_FUTURE"));
        assertThat(payments.receive("stripe", new NoticeLetter(body, Map.of())))
                .isEqualTo(new NoticeReceipt.Refused("MALFORMED"));
        byte[] large = new byte[NoticeInbox.NOTICE_BYTES_MAX + 1];
        assertThat(receive(large, NoticeSignature.header(large, secret, now)))
                .isEqualTo(new NoticeReceipt.Refused("TOO_LARGE"));
        byte[] nonsense = "[1]".getBytes(StandardCharsets.UTF_8);
        assertThat(receive(nonsense, NoticeSignature.header(nonsense, secret, now)))
                .isEqualTo(new NoticeReceipt.Refused("UNREADABLE"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NOTHING_DONE", "DONE_BUT_SILENT"})
    void a_lost_answer_opens_one_page_and_takes_one_charge(Fault fault) {
        Tickets.Ticket ticket = tickets.sell(2_500);
        bank.failNext(fault);
        PaymentStart first = payments.start(Tickets.KIND, ticket.id(), BACK);
        PaymentStart second = payments.start(Tickets.KIND, ticket.id(), BACK);
        assertThat(second).isInstanceOf(PaymentStart.Started.class);
        UUID payment = ((PaymentStart.Started) second).paymentId();
        assertThat(idOf(first)).isEqualTo(payment);
        bank.pay(payment);
        payments.resolve(payment);
        assertThat(bank.book())
                .filteredOn(e -> e.ourRef().equals(payment.toString()))
                .hasSize(1);
        assertThat(payments.byId(payment)).get().extracting(Payment::state).isEqualTo(Payment.State.TAKEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NOTHING_DONE", "DONE_BUT_SILENT"})
    void money_for_a_lapsed_ticket_goes_back_by_itself_once(Fault fault) {
        Tickets.Ticket ticket = tickets.sell(3_300);
        UUID payment = start(ticket);
        bank.pay(payment);
        tickets.lapse(ticket.id());
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Returned(payment, 3_300, false));
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Returned(payment, 3_300, false));
        bank.failNext(fault);
        jobs.run("send-refunds");
        Refund refund = refunds.ofPayment(payment).getFirst();
        due(refund.id());
        jobs.run("send-refunds");
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Returned(payment, 3_300, true));
        assertThat(bank.book())
                .filteredOn(e -> e.ourRef().equals(refund.id().toString()))
                .hasSize(1);
        assertThat(ledger.balance(Account.unallocated(payment))).isZero();
        assertThat(ledger.balance(Account.refundInFlight(refund.id()))).isEqualTo(3_300);
    }

    @Test
    void a_refund_the_bank_refuses_is_shown_and_the_money_stays_the_buyers() {
        Tickets.Ticket ticket = tickets.sell(700);
        UUID payment = start(ticket);
        bank.pay(payment);
        tickets.lapse(ticket.id());
        // what other tests left to be sent would meet the fault first
        jobs.run("send-refunds");
        payments.resolve(payment);
        bank.failNext(Fault.REFUSED);
        jobs.run("send-refunds");
        assertThat(ledger.balance(Account.unallocated(payment))).isEqualTo(700);
        assertThat(refunds.troubled(1_000)).extracting(Refund::paymentId).contains(payment);
    }

    @Test
    void another_amount_than_due_is_not_taken() {
        Tickets.Ticket ticket = tickets.sell(5_000);
        UUID payment = start(ticket);
        bank.pay(payment, 4_999);
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Returned(payment, 4_999, false));
        assertThat(payments.byId(payment)).get().extracting(Payment::reason).isEqualTo("AMOUNT_DIFFERS");
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isZero();
    }

    @Test
    void the_page_of_a_lapsed_ticket_is_closed_at_the_bank() {
        Tickets.Ticket ticket = tickets.sell(5_000);
        UUID payment = start(ticket);
        tickets.lapse(ticket.id());
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Failed(payment, 5_000));
        assertThat(payments.start(Tickets.KIND, ticket.id(), BACK)).isEqualTo(new PaymentStart.NotOpen());
    }

    @Test
    void a_payment_the_bank_never_opened_is_begun_anew_under_the_same_key() {
        Tickets.Ticket ticket = tickets.sell(5_000);
        bank.failNext(Fault.NOTHING_DONE);
        PaymentStart silent = payments.start(Tickets.KIND, ticket.id(), BACK);
        assertThat(silent).isInstanceOf(PaymentStart.BankSilent.class);
        assertThat(payments.ofPayable(Tickets.KIND, ticket.id()))
                .get()
                .isInstanceOfSatisfying(
                        PaymentView.Open.class,
                        open -> assertThat(open.bankPage()).isNull());
        assertThat(payments.start(Tickets.KIND, ticket.id(), BACK)).isInstanceOf(PaymentStart.Started.class);
    }

    private UUID start(Tickets.Ticket ticket) {
        return idOf(payments.start(Tickets.KIND, ticket.id(), BACK));
    }

    private static UUID idOf(PaymentStart start) {
        return switch (start) {
            case PaymentStart.Started started -> started.paymentId();
            case PaymentStart.BankSilent silent -> silent.paymentId();
            case PaymentStart.AlreadyPaid paid -> paid.paymentId();
            case PaymentStart.NotOpen notOpen -> throw new AssertionError(notOpen);
        };
    }

    private NoticeReceipt receive(String eventId, UUID payment) {
        byte[] body = notice(eventId, payment);
        return receive(body, NoticeSignature.header(body, link.noticeSecret(), clock.now()));
    }

    private NoticeReceipt receive(byte[] body, String signature) {
        return payments.receive("stripe", new NoticeLetter(body, Map.of("Stripe-Signature", List.of(signature))));
    }

    private static byte[] notice(String eventId, UUID payment) {
        return ("{\"id\":\"" + eventId + "\",\"type\":\"checkout.session.completed\",\"created\":1,"
                        + "\"data\":{\"object\":{\"client_reference_id\":\"" + payment + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The queue runs on real time: waits no longer for the second try. */
    private void due(UUID refundId) {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update orders.refund set due_at = clock_timestamp() where id = ? and due_at is not null",
                statement -> {
                    statement.setObject(1, refundId);
                    return statement.executeUpdate();
                }));
    }
}
