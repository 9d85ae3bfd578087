package terrace.orders.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Sales;
import terrace.orders.disputes.Dispute;
import terrace.orders.disputes.Disputes;
import terrace.orders.disputes.Disputing;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Owner;
import terrace.orders.purchases.Order;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Settlement;

@MicronautTest(transactional = false)
class StatementsTest {

    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-7000-8000-000000000009");
    private static final long PRICE = 10_000;

    @Inject
    Statements statements;

    @Inject
    Objections objections;

    @Inject
    Disputes disputes;

    @Inject
    Settlement settlement;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Paying paying;

    @Inject
    Ledger ledger;

    @Inject
    Bazaar bazaar;

    @Inject
    Sales sales;

    @Inject
    BankAccounts bankAccounts;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Owner owner;

    @Inject
    Clock clock;

    private UUID merchant;
    private Member member;
    private Goods rice;

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 100), PRICE, 500, 99);
        bankAccounts.vouch(Set.of(merchant), Instant.EPOCH, "test");
    }

    @Test
    void the_sum_leads_from_opening_to_closing_and_each_total_to_its_lines() {
        Order order = accepted();
        paying.send();
        sales.takeBack(order, new TreeMap<>(Map.of(1, 4_000L)));
        Statement statement = statement();
        assertThat(statement.addsUp()).isTrue();
        assertThat(statement.totals())
                .containsEntry(Part.GOODS, PRICE)
                .containsEntry(Part.FREIGHT, order.freightFen())
                .containsEntry(Part.COMMISSION, -300L)
                .containsEntry(Part.REFUNDS, -4_000L)
                .containsEntry(Part.PAYOUTS, -(PRICE + order.freightFen() - 500));
        assertThat(statement.closingFen()).isEqualTo(-3_800);
        assertThat(settlement.debtFen(merchant)).isEqualTo(3_800);
        Order next = accepted();
        Statement later = statement();
        assertThat(later.addsUp()).isTrue();
        assertThat(later.totals()).containsEntry(Part.COLLECTED, 3_800L);
        assertThat(later.of(Part.GOODS))
                .extracting(StatementLine::orderNumber)
                .containsExactly(order.number(), next.number());
        assertThat(later.closingFen()).isEqualTo(settlement.availableFen(merchant));
        long sum = 0;
        for (Part part : Part.values()) {
            sum += part.counts() ? later.totals().getOrDefault(part, 0L) : 0;
        }
        assertThat(later.openingFen() + sum).isEqualTo(later.closingFen());
    }

    @Test
    void the_banks_fee_is_a_line_of_its_own_that_costs_the_merchant_nothing() {
        bank.fees(60);
        try {
            Order first = accepted();
            Order second = accepted();
            // a bank that writes our ids without hyphens, as the second channel's does
            bank.writeShort(UUID.fromString(bank.book().getLast().ourRef()));
            long fees = ledger.balance(Account.channelFee());
            takeIn();
            long each = (PRICE + first.freightFen()) * 60 / 10_000;
            assertThat(each).isPositive();
            assertThat(ledger.balance(Account.channelFee()) - fees).isEqualTo(2 * each);
            Statement statement = statement();
            assertThat(statement.totals()).containsEntry(Part.FEES_WAIVED, 2 * each);
            assertThat(statement.of(Part.FEES_WAIVED))
                    .extracting(StatementLine::orderNumber)
                    .containsExactly(first.number(), second.number());
            assertThat(statement.addsUp()).isTrue();
            assertThat(statement.closingFen())
                    .as("borne by the platform")
                    .isEqualTo(2 * (PRICE + first.freightFen() - 500));
        } finally {
            bank.fees(0);
        }
    }

    @Test
    void a_past_period_is_what_was_written_down_in_it() {
        accepted();
        LocalDate today = clock.today();
        assertThat(statements
                        .of(merchant, new Period(today.minusDays(9), today.minusDays(1)))
                        .lines())
                .isEmpty();
        Statement after = statements.of(merchant, new Period(today.plusDays(1), today.plusDays(9)));
        assertThat(after.lines()).isEmpty();
        assertThat(after.openingFen()).isEqualTo(after.closingFen()).isPositive();
    }

    @Test
    void an_objection_is_raised_to_ones_own_line_once_and_answered_once() {
        accepted();
        UUID line = statement().lines().getFirst().journalId();
        assertThat(objections.raise(bazaar.merchant(), line, "not mine at all", SOMEBODY))
                .isEmpty();
        Objection raised = objections
                .raise(merchant, line, " the freight is missing ", SOMEBODY)
                .orElseThrow();
        assertThat(raised.words()).isEqualTo("the freight is missing");
        assertThat(objections.raise(merchant, line, "said once more", SOMEBODY)).hasValue(raised);
        assertThat(objections.answer(raised.id(), "it is in the sum", false, Paying.MAKER))
                .hasValue(true);
        assertThat(objections.answer(raised.id(), "changed my mind", true, Paying.MAKER))
                .hasValue(false);
        assertThat(objections.ofMerchant(merchant, 9))
                .singleElement()
                .matches(one -> "it is in the sum".equals(one.answer()) && Boolean.FALSE.equals(one.upheld()));
    }

    @Test
    void each_objection_is_shown_with_the_line_it_is_about() {
        accepted();
        accepted();
        List<StatementLine> lines = statement().lines();
        List<Objection> raised = lines.stream()
                .map(line -> objections
                        .raise(merchant, line.journalId(), "not what we agreed", SOMEBODY)
                        .orElseThrow())
                .toList();
        Objection first = raised.getFirst();
        Objection strange = new Objection(
                UUID.randomUUID(),
                bazaar.merchant(),
                first.journalId(),
                "?",
                SOMEBODY,
                clock.now(),
                null,
                null,
                null,
                null);
        List<Objection> all = new ArrayList<>(raised);
        all.add(strange);
        assertThat(statements.objectedTo(all))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(first.id(), lines.getFirst(), raised.getLast().id(), lines.getLast()));
        assertThat(statements.objectedTo(List.of())).isEmpty();
    }

    @Test
    void a_case_of_the_banks_is_of_one_order_alone_though_two_are_typed_at_once() {
        Order one = accepted();
        Order other = accepted();
        String bankCase = "case-" + one.number();
        List<Callable<Class<?>>> both = Stream.of(one, other)
                .<Callable<Class<?>>>map(order -> () -> disputes.open(order.number(), bankCase, 100, "", SOMEBODY)
                        .orElseThrow()
                        .getClass())
                .toList();
        List<Class<?>> outcomes = Bazaar.atOnce(both);
        assertThat(outcomes).containsExactlyInAnyOrder(Disputing.Opened.class, Disputing.OfAnotherOrder.class);
    }

    @Test
    void a_disputed_payment_is_borne_by_merchant_and_commission_and_comes_back_when_it_is_won() {
        Order order = accepted();
        long available = settlement.availableFen(merchant);
        long commission = ledger.balance(Account.commission());
        paying.send();
        assertThat(disputes.open(order.number(), "case-" + order.number(), order.totalFen() + 1, "", SOMEBODY))
                .get()
                .isInstanceOf(Disputing.TooMuch.class);
        Dispute dispute = opened(order, order.totalFen());
        assertThat(dispute.commissionFen()).isEqualTo(500);
        assertThat(settlement.debtFen(merchant)).isEqualTo(available);
        assertThat(ledger.balance(Account.commission())).isEqualTo(commission - 500);
        assertThat(ledger.balance(Account.disputeHeld(dispute.id()))).isEqualTo(order.totalFen());
        assertThat(disputes.open(order.number(), dispute.bankCase(), 1, "", SOMEBODY))
                .get()
                .isEqualTo(new Disputing.Known(dispute));
        bank.dispute(dispute.paymentId(), dispute.fen(), false);
        takeIn();
        assertThat(ledger.balance(Account.disputeHeld(dispute.id()))).isZero();
        assertThat(disputes.decide(dispute.id(), true, SOMEBODY)).isTrue();
        assertThat(disputes.decide(dispute.id(), false, SOMEBODY)).isFalse();
        bank.dispute(dispute.paymentId(), dispute.fen(), true);
        takeIn();
        takeIn();
        assertThat(settlement.debtFen(merchant)).isZero();
        assertThat(settlement.availableFen(merchant)).isZero();
        assertThat(ledger.balance(Account.commission())).isEqualTo(commission);
        assertThat(statement().addsUp()).isTrue();
        assertThat(statement().of(Part.DISPUTES))
                .extracting(StatementLine::kind)
                .containsExactly(JournalKind.DISPUTE_OPENED, JournalKind.DISPUTE_WON);
    }

    @Test
    void an_order_that_is_not_accepted_is_refunded_not_disputed() {
        Order order = sales.paid(member, rice);
        assertThat(disputes.open(order.number(), "case-" + order.number(), 100, "", SOMEBODY))
                .get()
                .isInstanceOf(Disputing.NotAccepted.class);
        assertThat(disputes.open("0000000000000000", "case", 100, "", SOMEBODY)).isEmpty();
    }

    private Dispute opened(Order order, long fen) {
        return ((Disputing.Opened) disputes.open(order.number(), "case-" + order.number(), fen, "not me", SOMEBODY)
                        .orElseThrow())
                .dispute();
    }

    /** Commission of five in a hundred. */
    private Order accepted() {
        Order order = sales.paid(member, rice);
        owner.run("update orders.customer_order set commission_basis_points = 500 where id = '" + order.id() + "'");
        sales.send(order);
        sales.accept(member, order);
        return order;
    }

    private Statement statement() {
        return statements.of(merchant, Period.of(YearMonth.from(clock.today())));
    }

    private void takeIn() {
        reconciliation.takeIn(clock.today(), "test");
    }
}
