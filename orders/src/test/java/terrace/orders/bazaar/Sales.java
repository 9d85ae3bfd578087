package terrace.orders.bazaar;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.Purchases;
import terrace.orders.reversals.Cause;
import terrace.orders.reversals.ReversalWish;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;

/** Sells all the way: paid at the bank, sent, accepted, taken back. */
@Singleton
public class Sales {
    private final Shopping shopping;
    private final Payments payments;
    private final Purchases purchases;
    private final OrderBook book;
    private final Fulfilment fulfilment;
    private final Reversals reversals;
    private final FakePaymentGateway bank;
    private final TransactionOperations<Connection> transactions;

    Sales(
            Shopping shopping,
            Payments payments,
            Purchases purchases,
            OrderBook book,
            Fulfilment fulfilment,
            Reversals reversals,
            FakePaymentGateway bank,
            TransactionOperations<Connection> transactions) {
        this.shopping = shopping;
        this.payments = payments;
        this.purchases = purchases;
        this.book = book;
        this.fulfilment = fulfilment;
        this.reversals = reversals;
        this.bank = bank;
        this.transactions = transactions;
    }

    /** The only order of a purchase that was paid at the bank. */
    public Order paid(Member member, Goods goods) {
        UUID purchase = shopping.place(member, Map.of(goods, 1));
        UUID payment = ((PaymentStart.Started)
                        payments.start(Purchases.PAYABLE_KIND, purchase, URI.create("http://localhost/purchases/1")))
                .paymentId();
        bank.pay(payment);
        payments.resolve(payment);
        return purchases.ofMember(member.id(), purchase).orElseThrow().orders().getFirst();
    }

    public void send(Order order) {
        fulfilment.ship(order.merchantId(), order.number(), Courier.SF, "SF1234567890123");
    }

    public void accept(Member member, Order order) {
        fulfilment.accept(member.id(), order.number());
    }

    public Order accepted(Member member, Goods goods) {
        Order order = paid(member, goods);
        send(order);
        accept(member, order);
        return order;
    }

    /** Takes so much of the order's first line back. */
    public Optional<Reversing> takeBack(Order order, SortedMap<Integer, Long> fenByPosition) {
        return transactions.executeWrite(status -> book.lockOfMerchant(order.merchantId(), order.number())
                .map(open -> reversals.reverse(
                        open, new ReversalWish(Ids.next().toString(), Cause.GOODWILL, "test", null, fenByPosition))));
    }
}
