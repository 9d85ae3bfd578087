package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.partners.Partners;
import terrace.orders.promotions.PromoFunds;
import terrace.orders.rewards.Rewards;

/** Coupons of every kind within funds paid in before, and some in the hand of the member of the walk. */
@Singleton
public class Giveaways {
    private static final String RICE = "red-rice";
    private static final String CAMPAIGN = "hani";
    private static final String COOPERATIVE = "honghe-coop";
    private static final long PLATFORM_FEN = 1_000_000;
    private static final long ORGANISER_FEN = 500_000;
    /** What the member of the walk has paid long ago: 1,200 points. */
    private static final long CASH_FEN = 120_000;

    private static final int COUPONS = 100;
    private static final Duration VALID = Duration.ofDays(60);

    private final PromoFunds funds;
    private final Coupons coupons;
    private final Rewards rewards;
    private final Partners partners;
    private final Categories categories;
    private final Campaigns campaigns;
    private final Clock clock;

    Giveaways(
            PromoFunds funds,
            Coupons coupons,
            Rewards rewards,
            Partners partners,
            Categories categories,
            Campaigns campaigns,
            Clock clock) {
        this.funds = funds;
        this.coupons = coupons;
        this.rewards = rewards;
        this.partners = partners;
        this.categories = categories;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** New ones each month, so that there are some that can be used; what was made is left alone. */
    public void hand(UUID member, Map<String, Merchant> merchants, UUID operator) {
        Merchant cooperative = merchants.get(COOPERATIVE);
        funds.payIn(operator, null, PLATFORM_FEN, id("platform's fund"));
        CostShare own = CostShare.ofPlatform();
        make(member, batch("newcomers", CouponKind.ANY, 1_000, 3_000, 50, own, Set.of(), operator), true);
        partners.all().stream().findFirst().ifPresent(organiser -> {
            funds.payIn(operator, organiser.id(), ORGANISER_FEN, id("organiser's fund"));
            CostShare shared = new CostShare(5_000, 5_000, 0, organiser.id(), null);
            categories
                    .bySlug(RICE)
                    .map(Category::id)
                    .ifPresent(rice -> make(
                            member,
                            batch(
                                    "rice",
                                    CouponKind.GOODS,
                                    800,
                                    4_000,
                                    30,
                                    shared,
                                    Set.of(),
                                    operator,
                                    new CouponTarget(CouponTarget.Kind.CATEGORY, rice)),
                            true));
        });
        if (cooperative != null) {
            CostShare theirs = CostShare.ofMerchant(cooperative.id());
            make(member, batch("cooperative", CouponKind.GOODS, 500, 2_000, 50, theirs, Set.of(), operator), true);
        }
        make(member, batch("thanks", CouponKind.PEOPLE, 300, 0, 20, own, Set.of(member), operator), true);
        make(member, batch("autumn", CouponKind.ANY, 2_000, 20_000, 20, own, Set.of(), operator), false);
        campaigns.bySlug(CAMPAIGN).ifPresent(campaign -> {
            CouponTarget goods = new CouponTarget(CouponTarget.Kind.CAMPAIGN, campaign.id());
            NewBatch plain = batch("campaign", CouponKind.GOODS, 500, 3_000, 30, own, Set.of(), operator, goods);
            Giving shown = new Giving(Giving.Way.OPEN, 0, null, CAMPAIGN);
            make(member, new NewBatch(plain.terms(), shown, plain.budgetFen(), 1, Set.of(), operator), false);
        });
        rewards.earned(id("points of the walk"), member, CASH_FEN);
    }

    private void make(UUID member, NewBatch batch, boolean claimed) {
        funds.make(batch);
        if (claimed) {
            coupons.claim(
                    member,
                    batch.terms().batchId(),
                    id("coupon of " + batch.terms().batchId()));
        }
    }

    private NewBatch batch(
            String code,
            CouponKind kind,
            long faceFen,
            long thresholdFen,
            int percent,
            CostShare cost,
            Set<UUID> people,
            UUID operator,
            CouponTarget... targets) {
        Words words = WORDS.getOrDefault(code, new Words(code, code));
        Instant now = clock.now();
        CouponTerms terms = new CouponTerms(
                id(code),
                kind,
                words.zh(),
                words.en(),
                faceFen,
                thresholdFen,
                percent,
                cost,
                now,
                now.plus(VALID),
                Set.of(targets));
        return new NewBatch(terms, faceFen * COUPONS, 1, people, operator);
    }

    private record Words(String zh, String en) {}

    private static final Map<String, Words> WORDS = Map.of(
            "newcomers", new Words("新人券", "For newcomers"),
            "rice", new Words("红米定向券", "For red rice"),
            "cooperative", new Words("云垄合作社店铺券", "Coupon of the Yunlong cooperative"),
            "thanks", new Words("老会员专户券", "Thanks to a member of long standing"),
            "autumn", new Words("秋收大额券", "For the harvest"),
            "campaign", new Words("哈尼红米活动券", "For goods of the Hani campaign"));

    private UUID id(String what) {
        String name = "giveaway:" + what + ":" + YearMonth.from(clock.today());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
