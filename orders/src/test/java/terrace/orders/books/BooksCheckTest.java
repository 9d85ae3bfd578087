package terrace.orders.books;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Shopping;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Owner;
import terrace.orders.ledger.Posting;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.payment.Tickets;
import terrace.orders.purchases.Order;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;

/** Each of the seventeen promises is broken once, by the hand of the tables' owner, and must be found. */
@MicronautTest(transactional = false)
class BooksCheckTest {

    @Inject
    BooksCheck books;

    @Inject
    Ledger ledger;

    @Inject
    EscrowRelease release;

    @Inject
    HashChain chain;

    @Inject
    Payments payments;

    @Inject
    Tickets tickets;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Settlement settlement;

    @Inject
    Paying paying;

    @Inject
    Shops shops;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Owner owner;

    @Inject
    Clock clock;

    private long link;
    private Set<UUID> skuIds = Set.of();
    private final Map<Invariant, Plant> plants = new EnumMap<>(Invariant.class);

    private record Plant(String error, String repair) {}

    @BeforeEach
    void sow() {
        chain.catchUp();
        link = chain.head().orElse(HashChain.NOTHING).seq();
        Order order = anOrder();
        UUID payment = aLatePayment();
        UUID payout = aPayout();
        chain.catchUp();
        String journal = "(select id from orders.journal where source_id = '" + order.id() + "')";
        String escrow = "'escrow:order:" + order.id() + "'";
        plant(
                Invariant.JOURNALS_BALANCE,
                "update orders.entry set fen = fen + 1 where line = 1 and journal_id = " + journal,
                "update orders.entry set fen = fen - 1 where line = 1 and journal_id = " + journal);
        plant(
                Invariant.BOOKS_BALANCE,
                "update orders.balance set credit = credit + 5 where account = " + escrow,
                "update orders.balance set credit = credit - 5 where account = " + escrow);
        plants.put(Invariant.BALANCES_ARE_SUMS, plants.get(Invariant.BOOKS_BALANCE));
        plant(
                Invariant.NOTHING_CHANGED,
                "update orders.journal set seq = 7 where id = " + journal,
                "update orders.journal set seq = 0 where id = " + journal);
        plant(
                Invariant.POSTED_ONCE,
                "alter table orders.journal drop constraint journal_source_type_source_id_kind_seq_key",
                "alter table orders.journal add unique (source_type, source_id, kind, seq)");
        plant(
                Invariant.FLOORS_HOLD,
                "alter table orders.balance drop constraint balance_above_floor;"
                        + "update orders.balance set debit = debit + 9999999 where account = " + escrow,
                "update orders.balance set debit = debit - 9999999 where account = " + escrow + ";"
                        + "alter table orders.balance add constraint balance_above_floor check (floor is null or "
                        + "(case normal when 'D' then debit - credit else credit - debit end) >= floor)");
        sowInDonations();
        sowInOrders(order);
        sowInPayments(payment, payout);
        sowAtTheBank(journal);
    }

    private void sowAtTheBank(String journal) {
        UUID file = Ids.next();
        plant(
                Invariant.BANK_SAYS_THE_SAME,
                "insert into orders.bank_file values ('" + file + "', '2001-01-01', '" + "0".repeat(64)
                        + "', 'planted', 1, 0, now(), 'planted');"
                        + "insert into orders.bank_line (day, seq, file_id, at, type, bank_ref, our_ref, fen, fee_fen,"
                        + " balance_fen, outcome) values ('2001-01-01', 1, '" + file
                        + "', now(), 'CHARGE', 'planted', 'planted', 1000000000000, 7, 0, 'MATCHED')",
                "delete from orders.bank_line where file_id = '" + file + "';"
                        + "delete from orders.bank_file where id = '" + file + "'");
        String ofTheBuyer = " where line = 1 and journal_id = " + journal;
        plant(
                Invariant.GIFTS_ARE_WHOLE,
                "insert into orders.account values ('donation:planted', 'C', null, true) on conflict do nothing;"
                        + "update orders.entry set account = 'donation:planted'" + ofTheBuyer,
                "update orders.entry set account = 'bank:clearing'" + ofTheBuyer);
    }

    /** A payout of a project that was never posted. */
    private void sowInDonations() {
        UUID project = Ids.next();
        plant(
                Invariant.DONATIONS_PAID_ON,
                ("insert into orders.donation_project (id, code, charity, title, title_en, story, story_en, goal_fen, "
                                + "opened_by, opened_at) values ('%1$s', 'p-%1$s', 'unposted', 'x', 'x', '', '', 1, "
                                + "'%1$s', now()); insert into orders.project_payout (id, project_id, fen, payee, "
                                + "purpose, paid_on, bank_reference, evidence_key, evidence_type, entered_by, "
                                + "entered_at) values ('%1$s', '%1$s', 700, 'x', 'x', current_date, 'x', 'x', 'x', "
                                + "'%1$s', now())")
                        .formatted(project),
                ("delete from orders.project_payout where id = '%1$s'; "
                                + "delete from orders.donation_project where id = '%1$s'")
                        .formatted(project));
    }

    private void sowInOrders(Order order) {
        String theOrder = " where id = '" + order.id() + "'";
        plant(
                Invariant.CLOSED_ORDERS_CLEAR,
                "update orders.customer_order set state = 'CANCELLED', closed_at = now()" + theOrder,
                "update orders.customer_order set state = 'TO_SHIP', closed_at = null" + theOrder);
        plant(
                Invariant.ORDERS_ADD_UP,
                "update orders.customer_order set total_fen = total_fen + 1, freight_fen = freight_fen + 1" + theOrder,
                "update orders.customer_order set total_fen = total_fen - 1, freight_fen = freight_fen - 1" + theOrder);
        plant(
                Invariant.SUBSIDIES_ADD_UP,
                "update orders.customer_order set subsidy_fen = 1" + theOrder,
                "update orders.customer_order set subsidy_fen = 0" + theOrder);
        skuIds = Set.of(order.lines().getFirst().skuId());
        String stock = " where sku_id = '" + order.lines().getFirst().skuId() + "'";
        plant(
                Invariant.STOCK_ADDS_UP,
                "update catalog.stock set on_hand = on_hand + 1" + stock,
                "update catalog.stock set on_hand = on_hand - 1" + stock);
    }

    private void sowInPayments(UUID payment, UUID payout) {
        String ofPayment = "'" + payment + "'";
        plant(
                Invariant.REFUNDS_WITHIN_PAYMENTS,
                "update orders.refund set fen = fen + 1 where payment_id = " + ofPayment,
                "update orders.refund set fen = fen - 1 where payment_id = " + ofPayment);
        plant(
                Invariant.BANK_CLEARS,
                "update orders.payment set settled_at = settled_at - interval '9 days' where id = " + ofPayment,
                "update orders.payment set settled_at = settled_at + interval '9 days' where id = " + ofPayment);
        String unallocated = " where account = 'buyer:unallocated:" + payment + "'";
        plant(
                Invariant.PAID_ONCE,
                "update orders.balance set credit = credit + 1" + unallocated
                        + "; update orders.payment set settled_at = settled_at - interval '25 hours' where id = "
                        + ofPayment,
                "update orders.balance set credit = credit - 1" + unallocated
                        + "; update orders.payment set settled_at = settled_at + interval '25 hours' where id = "
                        + ofPayment);
        String ofPayout = " where id = '" + payout + "'";
        plant(
                Invariant.PAYOUTS_CLEAR,
                "update orders.payout set fen = fen + 1" + ofPayout,
                "update orders.payout set fen = fen - 1" + ofPayout);
    }

    private void plant(Invariant invariant, String error, String repair) {
        plants.put(invariant, new Plant(error, repair));
    }

    @ParameterizedTest
    @EnumSource(Invariant.class)
    void each_promise_that_is_broken_is_found(Invariant invariant) {
        Plant plant = requireNonNull(plants.get(invariant));
        long before = off(invariant);
        owner.run(plant.error());
        try {
            assertThat(off(invariant)).as(invariant.name()).isGreaterThan(before);
            if (invariant != Invariant.BANK_CLEARS && invariant != Invariant.BANK_SAYS_THE_SAME) {
                assertThat(books.touchedSince(link, EnumSet.of(invariant), skuIds))
                        .as("what was touched is enough to find it")
                        .isNotEmpty();
            }
        } finally {
            owner.run(plant.repair());
        }
        assertThat(off(invariant)).isEqualTo(before);
    }

    @Test
    void what_was_found_is_kept_to_be_read() {
        Plant plant = requireNonNull(plants.get(Invariant.BOOKS_BALANCE));
        owner.run(plant.error());
        try {
            BooksReport report = books.check(true);
            assertThat(report.broken()).contains(Invariant.BOOKS_BALANCE, Invariant.BALANCES_ARE_SUMS);
            assertThat(books.latest(true).orElseThrow().findings())
                    .containsExactlyInAnyOrderElementsOf(report.findings());
        } finally {
            owner.run(plant.repair());
        }
        assertThat(books.check(false).of(Invariant.BOOKS_BALANCE)).isEmpty();
    }

    private long off(Invariant invariant) {
        return books.ask(invariant).map(BooksReport.Finding::off).orElse(0L);
    }

    /** Its money in escrow, and no more. */
    private Order anOrder() {
        UUID merchant = bazaar.merchant();
        Goods goods = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 100), 1_250, 500, 9);
        Bazaar.Member member = bazaar.member();
        Order order = shopping.order(member, goods);
        post(order.id(), Account.escrow(order.id()), order.totalFen());
        return order;
    }

    private UUID aLatePayment() {
        Tickets.Ticket ticket = tickets.sell(4_200);
        UUID payment = ((PaymentStart.Started)
                        payments.start(Tickets.KIND, ticket.id(), URI.create("http://localhost/purchases/1")))
                .paymentId();
        bank.pay(payment);
        tickets.lapse(ticket.id());
        payments.resolve(payment);
        return payment;
    }

    private UUID aPayout() {
        Merchant shop = shops.open();
        UUID order = Ids.next();
        post(order, Account.escrow(order), 5_000);
        release.orderAccepted(order, shop.id(), 5_000, 0);
        paying.send();
        return settlement.payoutsOf(shop.id(), 1).getFirst().id();
    }

    private void post(UUID source, Account to, long fen) {
        ledger.post(Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "test",
                source,
                clock.now(),
                Posting.debit(Account.clearing(), fen),
                Posting.credit(to, fen)));
    }
}
