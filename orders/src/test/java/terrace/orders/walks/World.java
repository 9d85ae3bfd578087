package terrace.orders.walks;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Sales;
import terrace.orders.bazaar.Shopping;
import terrace.orders.disputes.Dispute;
import terrace.orders.disputes.Disputes;
import terrace.orders.disputes.Disputing;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.ledger.Sql;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchases;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.runs.Paying;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.stripe.NoticeSignature;
import terrace.orders.walks.Streets.Street;
import terrace.orders.walks.Walk.Step;

/** Carries out the steps of walks; what one walk has bought is no other's. */
@Singleton
class World {
    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final String CLAIMS = """
            with p as (update orders.payout set due_at = clock_timestamp() where due_at is not null),
            o as (update orders.own_move set due_at = clock_timestamp() where due_at is not null),
            r as (update orders.refund set due_at = clock_timestamp() where due_at is not null),
            n as (update orders.payment_notice set due_at = clock_timestamp() where state = 'NEW')
            update orders.payment set next_check_at = clock_timestamp()
            where next_check_at is not null and id = any (?)""";

    private final Shopping shopping;
    private final Sundries sundries;
    private final Sales sales;
    private final Purchases purchases;
    private final Payments payments;
    private final Disputes disputes;
    private final Settlement settlement;
    private final Paying paying;
    private final Reconciliation reconciliation;
    private final FakePaymentGateway bank;
    private final BankLink link;
    private final Jobs jobs;
    private final Clock clock;
    private final Sql sql;
    private final TransactionOperations<Connection> transactions;

    World(
            Shopping shopping,
            Sundries sundries,
            Sales sales,
            Purchases purchases,
            Payments payments,
            Disputes disputes,
            Settlement settlement,
            Paying paying,
            Reconciliation reconciliation,
            FakePaymentGateway bank,
            BankLink link,
            Jobs jobs,
            Clock clock,
            Sql sql,
            TransactionOperations<Connection> transactions) {
        this.shopping = shopping;
        this.sundries = sundries;
        this.sales = sales;
        this.purchases = purchases;
        this.payments = payments;
        this.disputes = disputes;
        this.settlement = settlement;
        this.paying = paying;
        this.reconciliation = reconciliation;
        this.bank = bank;
        this.link = link;
        this.jobs = jobs;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** What a walk has brought about. */
    static final class Past {
        final Street street;
        final List<UUID> bought = new ArrayList<>();
        final List<UUID> begun = new ArrayList<>();
        final List<String> claimed = new ArrayList<>();
        final List<Dispute> disputed = new ArrayList<>();
        final Set<UUID> taken = new HashSet<>();
        final Set<UUID> returned = new HashSet<>();
        final Set<UUID> sentBack = new HashSet<>();

        Past(Street street) {
            this.street = street;
        }
    }

    void step(Past past, Step step) {
        switch (step.act()) {
            case BUY -> past.bought.add(shopping.place(past.street.buyer(), basket(past, step)));
            case BEGIN -> pick(past.bought, step).ifPresent(purchase -> begin(past, purchase));
            case PAY -> pick(past.begun, step).filter(bank::payable).ifPresent(bank::pay);
            case PAY_ANOTHER_SUM ->
                pick(past.begun, step).filter(bank::payable).ifPresent(id -> bank.pay(id, 1 + step.size()));
            case NOTICE -> pick(past.begun, step).ifPresent(id -> notice(id, step.size() % 5));
            case RESOLVE -> pick(past.begun, step).ifPresent(payments::resolve);
            case CANCEL ->
                pick(past.bought, step)
                        .ifPresent(
                                purchase -> purchases.cancel(past.street.buyer().id(), purchase));
            case SHIP -> order(past, step).ifPresent(sales::send);
            case ACCEPT -> order(past, step).ifPresent(order -> sales.accept(past.street.buyer(), order));
            case TAKE_BACK ->
                order(past, step)
                        .ifPresent(order ->
                                sales.takeBack(order, new TreeMap<>(Map.of(1, 1 + step.size() % order.goodsFen()))));
            case PAY_OUT -> paying.send();
            case FAULT -> bank.failNext(step.size() % 2 == 0 ? Fault.NOTHING_DONE : Fault.DONE_BUT_SILENT);
            case WORK -> work(past);
            case TAKE_IN -> reconciliation.takeIn(clock.today(), "walk");
            case DISPUTE -> order(past, step).ifPresent(order -> dispute(past, order, step.size()));
            case BANK_TAKES_BACK -> pick(past.disputed, step).ifPresent(one -> takeBack(past, one));
            case BANK_GIVES_BACK -> pick(past.disputed, step).ifPresent(one -> giveBack(past, one));
            case PAYOUT_COMES_BACK -> sendBack(past, step);
            default -> beside(past, step);
        }
    }

    private void beside(Past past, Step step) {
        int size = step.size();
        switch (step.act()) {
            case BUY_WITH_EXTRAS ->
                past.bought.add(sundries.buy(
                        past.street.buyer(),
                        basket(past, step),
                        first(past, step).merchantId(),
                        size));
            case CLAIM -> order(past, step).ifPresent(order -> sundries.claim(past, order));
            case ANSWER_CLAIM -> pick(past.claimed, step).ifPresent(number -> sundries.answer(past, number, size));
            case GIVE -> sundries.give(past, size);
            case GIVE_BY_AGREEMENT -> sundries.giveByAgreement(past, size);
            case MOVE_OWN -> sundries.moveOwn();
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static Goods first(Past past, Step step) {
        return past.street.goods().get(step.pick() % past.street.goods().size());
    }

    private static Map<Goods, Integer> basket(Past past, Step step) {
        List<Goods> shelf = past.street.goods();
        Map<Goods, Integer> basket = new HashMap<>();
        basket.put(first(past, step), 1 + step.size() % 3);
        basket.put(shelf.get(step.size() % shelf.size()), 1);
        return basket;
    }

    private void begin(Past past, UUID purchase) {
        if (payments.start(Purchases.PAYABLE_KIND, purchase, BACK) instanceof PaymentStart.Started started
                && !past.begun.contains(started.paymentId())) {
            past.begun.add(started.paymentId());
        }
    }

    void notice(UUID payment, int number) {
        byte[] body = ("{\"id\":\"evt_" + payment + number + "\",\"type\":\"payment_intent.succeeded\",\"data\":"
                        + "{\"object\":{\"metadata\":{\"payment_id\":\"" + payment + "\"}}}}")
                .getBytes(StandardCharsets.UTF_8);
        String signature = NoticeSignature.header(body, link.noticeSecret(), clock.now());
        payments.receive("stripe", new NoticeLetter(body, Map.of("Stripe-Signature", List.of(signature))));
    }

    private void dispute(Past past, Order order, int size) {
        long fen = 1 + size % order.cashFen();
        disputes.open(order.number(), "walk-" + order.number() + "-" + past.disputed.size(), fen, "", Paying.MAKER)
                .ifPresent(result -> {
                    if (result instanceof Disputing.Opened(Dispute dispute)) {
                        past.disputed.add(dispute);
                    }
                });
    }

    private void takeBack(Past past, Dispute dispute) {
        if (past.taken.add(dispute.id())) {
            bank.dispute(dispute.paymentId(), dispute.fen(), false);
        }
    }

    private void giveBack(Past past, Dispute dispute) {
        boolean shown = disputes.byId(dispute.id()).orElseThrow().takenInFile() != null;
        if (shown && past.returned.add(dispute.id())) {
            bank.dispute(dispute.paymentId(), dispute.fen(), true);
        }
    }

    private void sendBack(Past past, Step step) {
        UUID merchant = past.street
                .merchants()
                .get(step.pick() % past.street.merchants().size());
        settlement.payoutsOf(merchant, 3).stream()
                .filter(payout -> payout.state() == Payout.State.SENT && payout.inFile() != null)
                .map(Payout::id)
                .filter(past.sentBack::add)
                .findFirst()
                .ifPresent(bank::giveBack);
    }

    /** What works by itself, now. */
    void work(Past past) {
        transactions.executeWrite(status -> sql.change(CLAIMS, (Object) past.begun.toArray(UUID[]::new)));
        for (String job :
                List.of("read-payment-notices", "resolve-payments", "send-refunds", "send-payouts", "send-own-moves")) {
            jobs.run(job);
        }
    }

    /** No faults any more: everything that works by itself comes to its end, and the bank's file shows it. */
    void settleDown(Past past) {
        bank.heal();
        work(past);
        work(past);
        reconciliation.takeIn(clock.today(), "walk");
        paying.send();
        work(past);
        reconciliation.takeIn(clock.today(), "walk");
    }

    private Optional<Order> order(Past past, Step step) {
        return pick(past.bought, step).flatMap(purchase -> {
            List<Order> orders = purchases
                    .ofMember(past.street.buyer().id(), purchase)
                    .orElseThrow()
                    .orders();
            return Optional.of(orders.get(step.size() % orders.size()));
        });
    }

    private static <T> Optional<T> pick(List<T> all, Step step) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(step.pick() % all.size()));
    }
}
