package terrace.orders.bazaar;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import terrace.catalog.stock.Stock;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.DeliveryAddress;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.NewPurchase;
import terrace.orders.purchases.NewPurchase.NewLine;
import terrace.orders.purchases.NewPurchase.NewOrder;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.Purchases;

/** Sells for money that came through the bank, at prices of which others bear a part. */
@Singleton
public class PaidSales {
    public static final String TRACKING = "SF1234567890123";

    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final int FUND_FEN = 100_000_000;

    private final OrderBook book;
    private final Purchases purchases;
    private final Payments payments;
    private final FakePaymentGateway bank;
    private final Fulfilment fulfilment;
    private final Stock stock;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    PaidSales(
            OrderBook book,
            Purchases purchases,
            Payments payments,
            FakePaymentGateway bank,
            Fulfilment fulfilment,
            Stock stock,
            Ledger ledger,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.book = book;
        this.purchases = purchases;
        this.payments = payments;
        this.bank = bank;
        this.fulfilment = fulfilment;
        this.stock = stock;
        this.ledger = ledger;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** One line of an order: goods, pieces, and what of its price the buyer does not pay. */
    public record Line(Goods goods, int quantity, List<LineShare> shares) {}

    /** Paid, of one merchant. */
    public Order paid(Member member, long freightFen, int commission, Line... lines) {
        UUID purchase = Ids.next();
        UUID merchant = lines[0].goods().merchantId();
        String number = "%016d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
        List<NewLine> written = Arrays.stream(lines).map(PaidSales::line).toList();
        transactions.executeWrite(status -> {
            stock.hold(
                    purchase,
                    Arrays.stream(lines)
                            .collect(Collectors.toMap(line -> line.goods().skuId(), line -> (long) line.quantity())),
                    clock.now().plus(Duration.ofMinutes(15)));
            return book.write(new NewPurchase(
                    purchase,
                    member.id(),
                    new DeliveryAddress(Bazaar.RECIPIENT, Bazaar.PHONE, Bazaar.BEIJING, Bazaar.STREET),
                    List.of(new NewOrder(Ids.next(), number, merchant, freightFen, commission, written)),
                    null));
        });
        pay(purchase);
        return purchases.orderOfMember(member.id(), number).orElseThrow();
    }

    private static NewLine line(Line line) {
        return new NewLine(
                line.goods().skuId(),
                line.goods().listingId(),
                "哈尼红米",
                "一袋",
                line.goods().grams(),
                "532529",
                "rice-sack",
                "EXEMPT_OWN_GROWN",
                line.goods().priceFen(),
                line.quantity(),
                line.shares(),
                null);
    }

    private void pay(UUID purchase) {
        PaymentStart.Started started = (PaymentStart.Started) payments.start(Purchases.PAYABLE_KIND, purchase, BACK);
        bank.pay(started.paymentId());
        payments.resolve(started.paymentId());
    }

    /** Paid at full price, so many pieces. */
    public Order paid(Member member, Goods goods, int quantity) {
        return paid(member, 800, 500, new Line(goods, quantity, List.of()));
    }

    public void ship(Order order) {
        fulfilment.ship(order.merchantId(), order.number(), Courier.SF, TRACKING);
    }

    public void accept(Order order) {
        ship(order);
        fulfilment.accept(order.memberId(), order.number());
    }

    /** All a merchant has is paid out, as far as the books go. */
    public void payOut(UUID merchantId) {
        long fen = ledger.balance(Account.available(merchantId));
        if (fen > 0) {
            UUID payout = Ids.next();
            ledger.post(Journal.of(
                    JournalKind.PAYOUT_SENT,
                    "payout",
                    payout,
                    clock.now(),
                    Posting.debit(Account.available(merchantId), fen),
                    Posting.credit(Account.payoutInFlight(payout), fen)));
        }
    }

    /** Puts money into the funds that bear parts of prices. */
    public void fund(UUID organiser) {
        for (Account fund : List.of(Account.promoPlatform(), Account.promoOrganiser(organiser))) {
            ledger.post(Journal.of(
                    JournalKind.PROMO_PAID_IN,
                    "fund",
                    Ids.next(),
                    clock.now(),
                    Posting.debit(Account.bankPromo(), FUND_FEN),
                    Posting.credit(fund, FUND_FEN)));
        }
    }

    public Map<String, Long> balances(Order order, UUID organiser) {
        return Map.of(
                "escrow", ledger.balance(Account.escrow(order.id())),
                "available", ledger.balance(Account.available(order.merchantId())),
                "owed", ledger.balance(Account.receivable(order.merchantId())),
                "commission", ledger.balance(Account.commission()),
                "platform", ledger.balance(Account.promoPlatform()),
                "organiser", ledger.balance(Account.promoOrganiser(organiser)),
                "points", ledger.balance(Account.promoPoints()));
    }
}
