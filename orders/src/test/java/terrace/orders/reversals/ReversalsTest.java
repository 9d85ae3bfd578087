package terrace.orders.reversals;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.bazaar.PaidSales.Line;
import terrace.orders.disputes.Dispute;
import terrace.orders.disputes.Disputes;
import terrace.orders.disputes.Disputing;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Bearer;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderState;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;

@MicronautTest(transactional = false)
class ReversalsTest {
    @Inject
    Reversals reversals;

    @Inject
    OrderBook book;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Refunds refunds;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Disputes disputes;

    @Inject
    Ledger ledger;

    @Inject
    Jobs jobs;

    @Inject
    EventWorker events;

    @Inject
    TransactionOperations<Connection> transactions;

    private UUID merchant = Ids.next();
    private UUID organiser = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        organiser = Ids.next();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 10_000, 500, 100);
        sales.fund(organiser);
    }

    @AfterEach
    void sound() {
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    /** Goods of 100.00, 5.00 off by the merchant, 6.55 by the platform, 1.97 by an organiser, 3.00 in points. */
    private Order bought() {
        return sales.paid(
                member,
                800,
                500,
                new Line(
                        rice,
                        1,
                        List.of(
                                new LineShare(Bearer.MERCHANT, null, null, 500),
                                new LineShare(Bearer.PLATFORM, null, Ids.next(), 655),
                                new LineShare(Bearer.ORGANISER, organiser, Ids.next(), 197),
                                new LineShare(Bearer.POINTS, null, null, 300))));
    }

    private Reversing reverse(Order order, String key, Map<Integer, Long> fen) {
        return transactions.executeWrite(status -> reversals.reverse(
                book.lock(order.id()).orElseThrow(),
                new ReversalWish(key, Cause.GOODWILL, "scorched", member.id(), new TreeMap<>(fen))));
    }

    private static Reversal done(Reversing reversing) {
        return ((Reversing.Reversed) reversing).reversal();
    }

    @Test
    void before_acceptance_all_of_it_goes_back_to_who_paid_to_the_fen() {
        Map<String, Long> before = sales.balances(bought(), organiser);
        Order order = bought();
        assertThat(sales.balances(order, organiser).get("escrow")).isEqualTo(10_300);
        Reversal reversal = done(reverse(order, "a" + order.id(), Map.of(0, 800L, 1, 9_500L)));
        assertThat(reversal.cashFen()).isEqualTo(10_300 - 655 - 197 - 300);
        assertThat(reversal.of(PaidBy.POINTS)).isEqualTo(300);
        Map<String, Long> after = sales.balances(order, organiser);
        assertThat(sum(after, "escrow")).isZero();
        assertThat(sum(after, "platform")).isEqualTo(sum(before, "platform"));
        assertThat(sum(after, "organiser")).isEqualTo(sum(before, "organiser"));
        assertThat(sum(after, "points")).isEqualTo(sum(before, "points"));
        assertThat(reverse(order, "b" + order.id(), Map.of(1, 1L))).isEqualTo(new Reversing.TooMuch(1, 0));
    }

    /** Else who wins at the bank, too, has it twice. */
    @Test
    void money_disputed_at_the_bank_does_not_go_back_beside_it_unless_the_merchant_wins() {
        Order order = bought();
        sales.accept(order);
        long cash = 10_300 - 655 - 197 - 300;
        Dispute dispute = ((Disputing.Opened)
                        disputes.open(order.number(), "case-" + order.number(), cash - 1_000, "", member.id())
                                .orElseThrow())
                .dispute();
        assertThat(reverse(order, "a" + order.id(), Map.of(1, 1_001L))).isEqualTo(new Reversing.TooMuch(1, 1_000));
        assertThat(reversals.left(order.id())).isEqualTo(Map.of(0, 800L, 1, 1_000L));
        assertThat(reverse(order, "b" + order.id(), Map.of(0, 800L, 1, 201L)))
                .isEqualTo(new Reversing.TooMuch(0, 1_000));
        disputes.decide(dispute.id(), true, member.id());
        assertThat(done(reverse(order, "c" + order.id(), Map.of(0, 800L, 1, 9_500L)))
                        .cashFen())
                .isEqualTo(cash);
    }

    @Test
    void the_bank_gives_the_money_back_once_and_says_so() {
        Order order = bought();
        UUID refund = requireNonNull(
                done(reverse(order, "a" + order.id(), Map.of(1, 4_000L))).refundId());
        jobs.run("send-refunds");
        assertThat(refunds.byId(refund)).get().extracting(Refund::state).isEqualTo(Refund.State.DONE);
        jobs.run("send-refunds");
        assertThat(bank.book().stream().filter(entry -> entry.ourRef().equals(refund.toString())))
                .hasSize(1);
    }

    @Test
    void after_payout_the_merchant_owes_what_the_money_does_not_cover_and_later_sales_pay_it_first() {
        Order order = bought();
        sales.accept(order);
        Map<String, Long> accepted = sales.balances(order, organiser);
        // 103.00 held, 5 % of 95.00 is the platform's
        assertThat(sum(accepted, "available")).isEqualTo(10_300 - 475);
        sales.payOut(merchant);
        Reversal reversal = done(reverse(order, "a" + order.id(), Map.of(1, 3_800L)));
        assertThat(reversal.commissionFen()).isEqualTo(190);
        Map<String, Long> after = sales.balances(order, organiser);
        assertThat(sum(after, "owed")).isEqualTo(3_800 - 190);
        assertThat(sum(after, "commission")).isEqualTo(sum(accepted, "commission") - 190);
        assertThat(sum(after, "platform")).isEqualTo(sum(accepted, "platform") + reversal.of(PaidBy.PLATFORM));
        assertThat(reversal.of(PaidBy.PLATFORM)).isEqualTo(262);
        Order next = sales.paid(member, rice, 1);
        sales.accept(next);
        Map<String, Long> netted = sales.balances(next, organiser);
        assertThat(netted.get("owed")).isZero();
        assertThat(netted.get("available")).isEqualTo(10_800 - 500 - (3_800 - 190));
    }

    @Test
    void in_pieces_before_and_after_acceptance_everything_comes_back_exactly() {
        Map<String, Long> before = sales.balances(bought(), organiser);
        Order order = bought();
        reverse(order, "1" + order.id(), Map.of(1, 777L));
        sales.accept(order);
        for (long part : List.of(1L, 333L, 2_500L, 5_888L, 1L)) {
            done(reverse(order, part + "-" + Ids.next(), Map.of(1, part)));
        }
        done(reverse(order, "f" + order.id(), Map.of(0, 800L)));
        Map<String, Long> after = sales.balances(order, organiser);
        assertThat(reversals.left(order.id()).values()).allMatch(fen -> fen == 0);
        for (String fund : List.of("platform", "organiser", "points", "commission")) {
            assertThat(sum(after, fund)).as(fund).isEqualTo(sum(before, fund));
        }
        assertThat(sum(after, "available") - sum(after, "owed")).isZero();
    }

    @Test
    void the_same_request_fifty_times_at_once_refunds_once() {
        Order order = bought();
        String key = "a" + order.id();
        List<Reversing> all = Bazaar.atOnce(Collections.nCopies(50, () -> reverse(order, key, Map.of(1, 1_000L))));
        assertThat(all.stream().map(each -> done(each).id()).distinct()).hasSize(1);
        assertThat(reversals.left(order.id()).get(1)).isEqualTo(8_500);
    }

    @Test
    void fifty_requests_at_once_never_give_back_more_than_was_paid() {
        Order order = bought();
        sales.accept(order);
        List<Callable<Reversing>> work = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            String key = at + "-" + order.id();
            work.add(() -> reverse(order, key, Map.of(1, 1_000L)));
        }
        List<Reversing> all = Bazaar.atOnce(work);
        assertThat(all.stream().filter(Reversing.Reversed.class::isInstance)).hasSize(9);
        assertThat(reversals.left(order.id()).get(1)).isEqualTo(500);
        assertThat(bazaar.number(
                        "select coalesce(sum(r.fen), 0) from orders.refund r "
                                + "join orders.reversal v on v.refund_id = r.id where v.order_id = ?",
                        order.id()))
                .isEqualTo(
                        requireNonNull(reversals.ofOrders(List.of(order.id())).get(order.id())).stream()
                                .mapToLong(Reversal::cashFen)
                                .sum());
    }

    @Test
    void what_is_not_paid_or_of_another_order_is_not_taken_back() {
        Order order = bought();
        assertThat(reverse(order, "a" + order.id(), Map.of(7, 1L))).isEqualTo(new Reversing.TooMuch(7, 0));
        assertThat(reverse(order, "a" + order.id(), Map.of(1, 9_501L))).isEqualTo(new Reversing.TooMuch(1, 9_500));
        done(reverse(order, "a" + order.id(), Map.of(1, 1L)));
        Order other = bought();
        assertThatThrownBy(() -> reverse(other, "a" + order.id(), Map.of(1, 1L)))
                .isInstanceOf(IllegalStateException.class);
        transactions.executeWrite(status -> {
            book.callOff(other.id());
            return other;
        });
        assertThat(reverse(other, "c" + other.id(), Map.of(1, 1L)))
                .isEqualTo(new Reversing.NotPaid(OrderState.CANCELLED));
    }

    @Test
    void the_database_itself_refuses_more_than_was_paid_and_any_change() {
        Order order = bought();
        done(reverse(order, "a" + order.id(), Map.of(1, 9_500L)));
        for (String sql : List.of(
                "update orders.line_reversed set reversed_fen = net_fen + 1 where order_id = ?",
                "update orders.line_reversed set reversed_cash_fen = cash_fen + 1 where order_id = ?",
                "update orders.reversal set fen = 1 where order_id = ?",
                "delete from orders.reversal where order_id = ?",
                "update orders.line_reversed set net_fen = 99999 where order_id = ?")) {
            assertThatThrownBy(() -> bazaar.change(sql, order.id())).as(sql).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void what_was_sold_is_counted_less_once_all_of_a_line_went_back() {
        Order order = bought();
        done(reverse(order, "a" + order.id(), Map.of(1, 9_000L)));
        events.drain();
        String fact = order.number() + "-1";
        String sql = "select coalesce(sum(quantity), 0) from catalog.sale_fact where number = ?";
        assertThat(bazaar.number(sql, fact)).isEqualTo(1);
        done(reverse(order, "b" + order.id(), Map.of(1, 500L)));
        events.drain();
        assertThat(bazaar.number(sql, fact)).isZero();
    }

    private static long sum(Map<String, Long> balances, String account) {
        return requireNonNull(balances.get(account));
    }
}
