package terrace.web.demo;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.Addresses;
import terrace.orders.agreements.Agreements;
import terrace.orders.cart.Carts;
import terrace.orders.checkout.Checkout;
import terrace.orders.checkout.Extras;
import terrace.orders.checkout.PlaceOrder;
import terrace.orders.checkout.Placement;
import terrace.orders.donations.Donations;
import terrace.orders.donations.Giving;
import terrace.orders.donations.Wish;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.fulfilment.Packing;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;
import terrace.web.demo.helping.Causes;
import terrace.web.demo.plan.Deal;
import terrace.web.demo.plan.Seed;

/** What members and merchants do with a deal; every act looks first whether it was done before. */
@Singleton
class Dealings {

    private static final int TRACKING_TAIL = 1_000_000_000;
    private static final String GIVER = "member@demo.terrace";
    private static final UUID GIFT = UUID.nameUUIDFromBytes("demo-gift".getBytes(StandardCharsets.UTF_8));
    private static final long GIFT_FEN = 2_000;
    private static final int OTHER_GIVERS = 4;
    private static final int POINTS = 200;
    /** Of so many deals one is paid by the channel that is not the usual one. */
    private static final int OTHER_CHANNEL_EVERY = 5;
    /** Of so many deals with more than one piece one goes in two parcels, or, of the newest, is sent only in part. */
    private static final int IN_PARCELS_EVERY = 3;

    private final Accounts accounts;
    private final Addresses addresses;
    private final Carts carts;
    private final Checkout checkout;
    private final Payments payments;
    private final Purchases purchases;
    private final Fulfilment fulfilment;
    private final Donations donations;
    private final Agreements agreements;
    private final SandboxHandles bank;
    private final String site;

    Dealings(
            Accounts accounts,
            Addresses addresses,
            Carts carts,
            Checkout checkout,
            Payments payments,
            Purchases purchases,
            Fulfilment fulfilment,
            Donations donations,
            Agreements agreements,
            SandboxHandles bank,
            @Value("${terrace.public-url:`http://localhost:8080`}") String site) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.carts = carts;
        this.checkout = checkout;
        this.payments = payments;
        this.purchases = purchases;
        this.fulfilment = fulfilment;
        this.donations = donations;
        this.agreements = agreements;
        this.bank = bank;
        this.site = site;
    }

    Optional<Purchase> purchase(Deal deal) {
        return purchases.ofMember(buyer(deal), deal.purchaseId());
    }

    void place(Deal deal) {
        if (purchase(deal).isPresent()) {
            return;
        }
        UUID member = buyer(deal);
        List<Address> known = addresses.ofMember(member);
        deal.quantities().forEach((sku, quantity) -> carts.put(member, sku, quantity));
        Placement placement = place(deal, member, known.getFirst().id(), 0);
        if (placement instanceof Placement.PriceChanged(long shownFen, long nowFen)) {
            placement = place(deal, member, known.getFirst().id(), nowFen);
        }
        if (!(placement instanceof Placement.Placed)) {
            throw new IllegalStateException("A deal was refused: " + placement);
        }
    }

    void buy(Deal deal) {
        place(deal);
        boolean awaited = purchase(deal)
                .filter(purchase -> purchase.state() == PurchaseState.AWAITING_PAYMENT)
                .isPresent();
        if (!awaited) {
            return;
        }
        String channel = Seed.below(OTHER_CHANNEL_EVERY, deal.purchaseId().toString()) == 0
                ? payments.channels(false).getLast()
                : "";
        PaymentStart start = payments.start(
                Purchases.PAYABLE_KIND,
                deal.purchaseId(),
                URI.create(site + "/purchases/" + deal.purchaseId()),
                channel);
        if (start instanceof PaymentStart.Started(UUID paymentId, URI page)) {
            bank.confirm(page);
            payments.resolve(paymentId);
        }
    }

    void cancel(Deal deal) {
        place(deal);
        purchases.cancel(buyer(deal), deal.purchaseId());
    }

    void ship(Deal deal) {
        for (Order order : orders(deal, OrderState.TO_SHIP)) {
            // the member of the walk has theirs whole, for a claim is about goods that came
            boolean several = !deal.buyer().equals(GIVER)
                    && order.lines().getFirst().quantity() > 1
                    && Seed.below(IN_PARCELS_EVERY, deal.purchaseId().toString()) == 0;
            if (several) {
                Packing one = new Packing(Map.of(order.lines().getFirst().position(), 1), Map.of());
                fulfilment.ship(order.merchantId(), order.number(), Courier.YUNDA, "48" + tracking(order, "1"), one);
            }
            if (!several || deal.fate() != Deal.Fate.SHIPPED) {
                fulfilment.ship(order.merchantId(), order.number(), Courier.ZTO, "78" + tracking(order, ""));
            }
        }
    }

    /** Ten digits or more that are the order's, and the parcel's, own. */
    private static String tracking(Order order, String parcel) {
        return "%010d".formatted(Seed.below(TRACKING_TAIL, order.number() + parcel)) + parcel;
    }

    void accept(Deal deal) {
        for (Order order : orders(deal, OrderState.SHIPPED)) {
            fulfilment.accept(order.memberId(), order.number());
        }
    }

    /** Gifts for either project, the first by the member of the walk, who may give with one click from then on. */
    void give() {
        UUID member = accounts.bySignInName(GIVER).map(Account::id).orElseThrow();
        give(member, new Wish(GIFT, GIFT_FEN, Causes.LUNCH, true));
        for (int other = 2; other < 2 + OTHER_GIVERS; other++) {
            UUID giver = accounts.bySignInName("member%02d@demo.terrace".formatted(other))
                    .map(Account::id)
                    .orElseThrow();
            UUID id = UUID.nameUUIDFromBytes(("demo-gift-" + other).getBytes(StandardCharsets.UTF_8));
            give(giver, new Wish(id, GIFT_FEN * other, other % 2 == 0 ? Causes.WATER : Causes.LUNCH, other % 3 == 0));
        }
        agreements.offer(member, URI.create(site + "/account/agreement?back=1")).ifPresent(bank::sign);
        agreements.asked(member);
    }

    private void give(UUID member, Wish wish) {
        URI receipt = URI.create(site + "/donations/" + wish.id() + "?back=1");
        if (donations.payAtBank(member, wish, receipt) instanceof Giving.PayAt(URI page)) {
            bank.confirm(page);
        }
        donations.ofMember(member, wish.id(), true);
    }

    private Placement place(Deal deal, UUID member, UUID address, long expectedFen) {
        // so that the platform has something to move to the bank for it
        boolean withPoints = deal.fate() == Deal.Fate.PAID_OUT && deal.buyer().equals(GIVER);
        return checkout.place(new PlaceOrder(
                deal.purchaseId(),
                member,
                address,
                deal.quantities().keySet(),
                carts.cart(member).early(),
                new Extras(Set.of(), withPoints ? POINTS : 0, 0),
                expectedFen));
    }

    private List<Order> orders(Deal deal, OrderState state) {
        return purchase(deal).stream()
                .flatMap(purchase -> purchase.orders().stream())
                .filter(order -> order.state() == state)
                .toList();
    }

    private UUID buyer(Deal deal) {
        return accounts.bySignInName(deal.buyer()).map(Account::id).orElseThrow();
    }
}
