package terrace.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.vault.Vault;
import terrace.orders.gateway.WithTheBank;
import terrace.orders.ledger.Account;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;

/** Payments by every channel, the bank's letters going astray in all the ways it can be told to. */
@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class ChannelsTest extends PaymentBench {

    private static final URI BACK = URI.create("http://127.0.0.1/purchases/1?back=1");

    @Inject
    Tickets tickets;

    @Inject
    Refunds refunds;

    @Inject
    Clock clock;

    @Inject
    Vault vault;

    @Inject
    Jobs jobs;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "ccb", "ccbfirm"})
    void fifty_copies_of_every_letter_settle_once(String channel) {
        bank.fail("{\"kind\":\"duplicate_notices\",\"copies\":50}");
        Tickets.Ticket ticket = tickets.sell(9_999);
        UUID payment = pay(ticket, channel);
        until(() -> taken(payment) && box.count(true) >= 50);
        assertThat(payments.byId(payment).orElseThrow().channel()).isEqualTo(channel);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isEqualTo(Tickets.firstShare(9_999));
        assertThat(notices(payment)).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "ccb", "ccbfirm"})
    void letters_in_another_order_settle_once(String channel) {
        bank.fail("{\"kind\":\"reorder_notices\",\"millis\":300,\"times\":1}");
        Tickets.Ticket first = tickets.sell(1_234);
        Tickets.Ticket second = tickets.sell(4_321);
        UUID one = pay(first, channel);
        UUID two = pay(second, channel);
        until(() -> taken(one) && taken(two));
        assertThat(ledger.balance(Account.escrow(first.firstOrder()))).isEqualTo(Tickets.firstShare(1_234));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "ccb", "ccbfirm"})
    void a_forged_letter_before_the_true_one_is_refused(String channel) {
        bank.fail("{\"kind\":\"forged_notices\",\"times\":1}");
        UUID payment = pay(tickets.sell(1_234), channel);
        until(() -> taken(payment) && box.count(false) >= 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "ccb", "ccbfirm"})
    void letters_three_days_late_still_settle(String channel) {
        // an enterprise's payment is told of twice: entered, and paid
        bank.fail("{\"kind\":\"late_notices\",\"times\":2}");
        Tickets.Ticket ticket = tickets.sell(1_234);
        UUID payment = pay(ticket, channel);
        assertThat(box.letters()).isEmpty();
        assertThat(taken(payment)).isFalse();
        Duration threeDays = Duration.ofDays(3).plusMinutes(1);
        clock.shift(threeDays);
        try {
            bank.shift(threeDays);
            until(() -> taken(payment));
        } finally {
            bank.shift(Duration.ZERO);
            clock.shift(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe", "ccb", "ccbfirm"})
    void another_amount_than_due_goes_back_by_the_way_it_came(String channel) {
        bank.fail("{\"kind\":\"wrong_amount\",\"path\":\"/pay/*\",\"times\":1}");
        Tickets.Ticket ticket = tickets.sell(1_234);
        UUID payment = pay(ticket, channel);
        until(() -> payments.resolve(payment) instanceof PaymentView.Returned);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isZero();
        Refund refund = refunds.ofPayment(payment).getFirst();
        assertThat(refund.fen()).isEqualTo(1_233);
        assertThat(refund.channel()).isEqualTo(channel);
        until(() -> {
            jobs.run("send-refunds");
            return refunds.byId(refund.id()).orElseThrow().state() == Refund.State.DONE;
        });
    }

    @Test
    void who_turns_to_another_channel_pays_once() {
        Tickets.Ticket ticket = tickets.sell(2_000);
        PaymentStart.Started first = start(ticket, "stripe");
        PaymentStart.Started second = start(ticket, "ccb");
        assertThat(second.paymentId()).isNotEqualTo(first.paymentId());
        assertThat(bank.pay(first.bankPage())).as("the first page is closed").isFalse();
        PaymentStart.Started again = start(ticket, "");
        assertThat(again.paymentId()).as("no channel named: go on").isEqualTo(second.paymentId());
        assertThat(bank.pay(second.bankPage())).isTrue();
        until(() -> taken(second.paymentId()));
        assertThat(payments.start(Tickets.KIND, ticket.id(), BACK, "stripe"))
                .isEqualTo(new PaymentStart.AlreadyPaid(second.paymentId()));
    }

    @Test
    void money_by_a_page_that_could_not_be_closed_goes_back() {
        Tickets.Ticket ticket = tickets.sell(2_000);
        PaymentStart.Started left = start(ticket, "ccb");
        PaymentStart.Started chosen = start(ticket, "stripe");
        assertThat(bank.pay(chosen.bankPage())).isTrue();
        until(() -> taken(chosen.paymentId()));
        assertThat(bank.pay(left.bankPage())).isTrue();
        until(() -> payments.resolve(left.paymentId()) instanceof PaymentView.Returned);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isEqualTo(Tickets.firstShare(2_000));
    }

    /** Asked without its own name for a page, this bank says for ever what it said when the page was opened. */
    @Test
    void money_of_a_lapsed_ticket_by_a_page_whose_name_was_lost_goes_back() {
        Tickets.Ticket ticket = tickets.sell(2_000);
        PaymentStart.Started started = start(ticket, "stripe");
        bank.fail("{\"kind\":\"hold_notices\",\"times\":5}");
        assertThat(bank.pay(started.bankPage())).isTrue();
        forgetBankSession(started.paymentId());
        tickets.lapse(ticket.id());
        assertThat(payments.resolve(started.paymentId()))
                .isEqualTo(new PaymentView.Returned(started.paymentId(), 2_000, false));
    }

    @Test
    void an_organisations_payment_waits_for_its_second_person_at_the_bank() {
        Tickets.Ticket ticket = tickets.sell(2_000);
        PaymentStart.Started started = start(ticket, "ccbfirm");
        UUID payment = started.paymentId();
        assertThat(payments.byFirm(payment)).isTrue();
        assertThat(bank.approve(started.bankPage())).as("nobody has entered it").isFalse();
        bank.enter(started.bankPage());
        until(() -> !box.letters().isEmpty());
        assertThat(payments.resolve(payment)).isInstanceOf(PaymentView.BeingConfirmed.class);
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isZero();
        PaymentStart other = payments.start(Tickets.KIND, ticket.id(), BACK, "stripe");
        assertThat(other).as("money may be on its way").isEqualTo(new PaymentStart.BankSilent(payment));
        assertThat(bank.approve(started.bankPage())).isTrue();
        until(() -> taken(payment));
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isEqualTo(Tickets.firstShare(2_000));
        assertThat(payments.channels(false)).containsExactly("stripe", "ccb");
        assertThat(payments.channels(true)).containsExactly("stripe", "ccb", "ccbfirm");
    }

    @Test
    void letters_lie_sealed_in_the_inbox() {
        UUID payment = pay(tickets.sell(1_234), "ccbfirm");
        until(() -> taken(payment) && box.count(true) > 0);
        byte[] kept = transactions.executeRead(status -> jdbc.prepareStatement(
                "select payload from orders.payment_notice where payment_id = ? and sealed", statement -> {
                    statement.setObject(1, payment);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getBytes(1);
                    }
                }));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("ACC_NAME");
        assertThat(vault.open(kept)).contains("ACC_NAME=");
    }

    @Test
    void a_payment_nobody_approved_in_time_takes_no_money() {
        Tickets.Ticket ticket = tickets.sell(2_000);
        PaymentStart.Started started = start(ticket, "ccbfirm");
        bank.enter(started.bankPage());
        bank.shift(Duration.ofMinutes(31));
        try {
            assertThat(bank.approve(started.bankPage())).isFalse();
            until(() -> payments.resolve(started.paymentId()) instanceof PaymentView.Failed);
        } finally {
            bank.shift(Duration.ZERO);
        }
        assertThat(ledger.balance(Account.escrow(ticket.firstOrder()))).isZero();
    }

    @Test
    void a_member_comes_back_to_the_page_they_left_from() {
        UUID payment = pay(tickets.sell(1_234), "ccb");
        until(() -> !box.letters().isEmpty());
        String query = new String(box.letters().getFirst().body(), StandardCharsets.UTF_8);
        assertThat(payments.wayOn("ccb", query)).contains(BACK);
        assertThat(payments.wayOn("ccb", query.replace("SUCCESS=Y", "SUCCESS=N")))
                .isEmpty();
        assertThat(payments.wayOn("nobody", query)).isEmpty();
        until(() -> taken(payment));
    }

    private UUID pay(Tickets.Ticket ticket, String channel) {
        PaymentStart.Started started = start(ticket, channel);
        assertThat(bank.pay(started.bankPage())).isTrue();
        return started.paymentId();
    }

    private PaymentStart.Started start(Tickets.Ticket ticket, String channel) {
        PaymentStart start = payments.start(Tickets.KIND, ticket.id(), BACK, channel);
        assertThat(start).isInstanceOf(PaymentStart.Started.class);
        return (PaymentStart.Started) start;
    }

    private boolean taken(UUID payment) {
        return payments.byId(payment).orElseThrow().state() == Payment.State.TAKEN;
    }

    private void forgetBankSession(UUID payment) {
        transactions.executeWrite(status ->
                jdbc.prepareStatement("update orders.payment set bank_session = null where id = ?", statement -> {
                    statement.setObject(1, payment);
                    return statement.executeUpdate();
                }));
    }

    private long notices(UUID payment) {
        return transactions.executeRead(status ->
                jdbc.prepareStatement("select count(*) from orders.payment_notice where payment_id = ?", statement -> {
                    statement.setObject(1, payment);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                }));
    }
}
