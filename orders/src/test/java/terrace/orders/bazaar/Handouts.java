package terrace.orders.bazaar;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.promotions.Promise;
import terrace.orders.promotions.PromoFunds;

/** Makes coupons within funds that are filled before, and hands them out. */
@Singleton
public class Handouts {
    public static final Duration VALID = Duration.ofDays(30);

    private final PromoFunds funds;
    private final Coupons coupons;
    private final Partners partners;
    private final Clock clock;

    Handouts(PromoFunds funds, Coupons coupons, Partners partners, Clock clock) {
        this.funds = funds;
        this.coupons = coupons;
        this.partners = partners;
        this.clock = clock;
    }

    public UUID organiser() {
        String code = "o-" + Ids.next();
        return partners.define(new NewPartner(code, "合作单位", "Partner")).id();
    }

    /** A batch of one kind, its part paid in just before. */
    public UUID batch(
            CouponKind kind, long faceFen, long budgetFen, CostShare cost, Set<UUID> people, CouponTarget... targets) {
        UUID operator = Ids.next();
        if (cost.platform() > 0) {
            funds.payIn(operator, null, budgetFen, Ids.next());
        }
        if (cost.organiserId() != null) {
            funds.payIn(operator, cost.organiserId(), budgetFen, Ids.next());
        }
        Instant from = clock.now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(), kind, "测试券", "A coupon", faceFen, 0, 99, cost, from, from.plus(VALID), Set.of(targets));
        Promise promise = funds.make(new NewBatch(terms, budgetFen, 1, people, operator));
        if (!(promise instanceof Promise.Made)) {
            throw new IllegalStateException(promise.toString());
        }
        return terms.batchId();
    }

    /** A coupon of the platform in a member's hand. */
    public UUID coupon(Member member, long faceFen) {
        return claimed(member, batch(CouponKind.ANY, faceFen, faceFen, CostShare.ofPlatform(), Set.of()));
    }

    public UUID claimed(Member member, UUID batch) {
        return ((Claiming.Claimed) coupons.claim(member.id(), batch, Ids.next())).couponId();
    }
}
