package terrace.orders.walks;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.ids.Ids;
import terrace.orders.agreements.Agreement;
import terrace.orders.agreements.Agreements;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Handouts;
import terrace.orders.bazaar.Shopping;
import terrace.orders.ccb.FakeAgreementBank;
import terrace.orders.checkout.Extras;
import terrace.orders.donations.Donations;
import terrace.orders.donations.Wish;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Claim;
import terrace.orders.returns.ClaimCourt;
import terrace.orders.returns.ClaimDesk;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.Claims;
import terrace.orders.returns.NewClaim;
import terrace.orders.returns.Opening;
import terrace.orders.rewards.Rewards;
import terrace.orders.runs.Paying;
import terrace.orders.sweeps.Moving;
import terrace.orders.walks.World.Past;

/** What happens beside plain sales on a walk: coupons, points, claims, gifts, and the platform's own money. */
@Singleton
class Sundries {
    private static final URI BACK = URI.create("http://localhost/donations/1");
    private static final String GIFT = "donation";
    private static final long FACE_FEN = 300;
    private static final long SPENT_FEN = 20_000;
    private static final long POINTS = 100;
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Shopping shopping;
    private final Handouts handouts;
    private final Rewards rewards;
    private final Claims claims;
    private final ClaimDesk desk;
    private final ClaimCourt court;
    private final Donations donations;
    private final Agreements agreements;
    private final FakeAgreementBank agreementBank;
    private final Payments payments;
    private final Moving moving;
    private final Clock clock;

    Sundries(
            Shopping shopping,
            Handouts handouts,
            Rewards rewards,
            Claims claims,
            ClaimDesk desk,
            ClaimCourt court,
            Donations donations,
            Agreements agreements,
            FakeAgreementBank agreementBank,
            Payments payments,
            Moving moving,
            Clock clock) {
        this.shopping = shopping;
        this.handouts = handouts;
        this.rewards = rewards;
        this.claims = claims;
        this.desk = desk;
        this.court = court;
        this.donations = donations;
        this.agreements = agreements;
        this.agreementBank = agreementBank;
        this.payments = payments;
        this.moving = moving;
        this.clock = clock;
    }

    /** A coupon that the platform, it and an organiser, or the merchant bears; points and a gift now and then. */
    UUID buy(Member buyer, Map<Goods, Integer> basket, UUID merchant, int size) {
        CostShare cost =
                switch (size % 3) {
                    case 0 -> CostShare.ofPlatform();
                    case 1 -> new CostShare(5_000, 5_000, 0, handouts.organiser(), null);
                    default -> CostShare.ofMerchant(merchant);
                };
        CouponKind kind = cost.merchantId() == null ? CouponKind.ANY : CouponKind.GOODS;
        long face = FACE_FEN + size % 700;
        UUID coupon = handouts.claimed(buyer, handouts.batch(kind, face, face, cost, Set.of()));
        boolean withPoints = size % 4 == 0;
        if (withPoints) {
            rewards.earned(Ids.next(), buyer.id(), SPENT_FEN);
        }
        long gift = donations.charity().isPresent() ? size % 5 * 100L : 0;
        return shopping.place(buyer, basket, new Extras(Set.of(coupon), withPoints ? POINTS : 0, gift));
    }

    void claim(Past past, Order order) {
        NewClaim wanted = new NewClaim(1, ClaimKind.NOT_RECEIVED, 1, null, null, "一直没有送到");
        claims.open(past.street.buyer().id(), order.number(), wanted, List.of()).ifPresent(opening -> {
            if (opening instanceof Opening.Opened(Claim claim)) {
                past.claimed.add(claim.number());
            }
        });
    }

    /** What somebody says to it, be it their turn or not. */
    void answer(Past past, String number, int size) {
        UUID buyer = past.street.buyer().id();
        Claim claim = claims.ofMember(buyer, number).orElseThrow().claim();
        UUID shop = claim.merchantId();
        long half = Math.max(1, claim.askedFen() / 2);
        switch (size % 9) {
            case 0, 1 -> desk.grant(shop, number, false, Paying.MAKER);
            case 2 -> desk.offer(shop, number, half, "退一半", Paying.MAKER);
            case 3 -> desk.refuse(shop, number, "显示已签收", Paying.MAKER);
            case 4 -> claims.agree(buyer, number);
            case 5 -> claims.appeal(buyer, number, "没有收到");
            case 6 -> court.propose(Paying.MAKER, number, half, false, "各让一步");
            case 7 -> court.decide(Paying.CHECKER, number, claim.askedFen(), false, "查无签收");
            default -> claims.withdraw(buyer, number);
        }
    }

    void give(Past past, int size) {
        Wish wish = wish(size);
        donations.payAtBank(past.street.buyer().id(), wish, BACK);
        note(past, wish);
    }

    /** Signs first where nothing is signed, and ends it now and then. */
    void giveByAgreement(Past past, int size) {
        UUID buyer = past.street.buyer().id();
        agreements.offer(buyer, BACK);
        agreements.ofMember(buyer).map(Agreement::id).ifPresent(agreementBank::sign);
        agreements.asked(buyer);
        Wish wish = wish(size);
        donations.give(buyer, wish, BACK);
        note(past, wish);
        if (size % 4 == 0) {
            agreements.end(buyer);
        }
    }

    private static Wish wish(int size) {
        return new Wish(Ids.next(), 1 + size % 900, null, size % 2 == 0);
    }

    private void note(Past past, Wish wish) {
        payments.ofPayable(GIFT, wish.id()).map(PaymentView::paymentId).ifPresent(past.begun::add);
    }

    /** Each time as if it were another day. */
    void moveOwn() {
        moving.instruct(clock.today().plusDays(DAYS.incrementAndGet()));
        moving.send();
    }
}
