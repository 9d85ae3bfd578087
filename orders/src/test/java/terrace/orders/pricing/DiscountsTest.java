package terrace.orders.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.GoodsFacts;
import terrace.orders.ledger.Bearer;
import terrace.orders.purchases.LineShare;

class DiscountsTest {
    private static final int SEED = 20261121;
    private static final int ROUNDS = 2_000;

    private final UUID m1 = id(1);
    private final UUID m2 = id(2);
    private final UUID organiser = id(9);

    @Test
    void the_worked_example_comes_out_to_the_fen() {
        List<OpenLine> lines = List.of(line(11, m1, 10_000), line(12, m2, 5_000));
        Coupon merchants = coupon(21, CouponKind.GOODS, 500, 0, 99, CostShare.ofMerchant(m1));
        Coupon platforms = coupon(22, CouponKind.ANY, 1_000, 0, 99, CostShare.ofPlatform());
        Coupon organisers = coupon(23, CouponKind.PEOPLE, 300, 0, 99, CostShare.ofOrganiser(organiser));
        Discounted off = Discounts.of(lines, List.of(organisers, platforms, merchants), 0);
        assertThat(off.of(id(11)))
                .containsExactly(
                        new LineShare(Bearer.MERCHANT, null, merchants.id(), 500),
                        new LineShare(Bearer.PLATFORM, null, platforms.id(), 655),
                        new LineShare(Bearer.ORGANISER, organiser, organisers.id(), 197));
        assertThat(off.of(id(12)))
                .containsExactly(
                        new LineShare(Bearer.PLATFORM, null, platforms.id(), 345),
                        new LineShare(Bearer.ORGANISER, organiser, organisers.id(), 103));
        assertThat(off.offFen()).isEqualTo(1_800);
        // goods 150.00 and carriage 8.00 less 18.00, and a donation of 2.00
        assertThat(15_000 + 800 - off.offFen() + 200).isEqualTo(14_200);
    }

    @Test
    void each_place_takes_one_and_the_reasons_of_the_others_are_said() {
        List<OpenLine> lines = List.of(line(11, m1, 10_000));
        Coupon first = coupon(21, CouponKind.ANY, 1_000, 0, 50, CostShare.ofPlatform());
        Coupon second = coupon(22, CouponKind.ANY, 2_000, 0, 50, CostShare.ofPlatform());
        Coupon far = coupon(23, CouponKind.GOODS, 500, 0, 50, CostShare.ofMerchant(m2));
        Coupon high = coupon(24, CouponKind.PEOPLE, 500, 20_000, 50, CostShare.ofPlatform());
        Discounted off = Discounts.of(lines, List.of(first, second, far, high), 0);
        assertThat(off.fits())
                .containsEntry(first.id(), new CouponFit.Applied(1_000))
                .containsEntry(second.id(), new CouponFit.Taken())
                .containsEntry(far.id(), new CouponFit.NoGoods())
                .containsEntry(high.id(), new CouponFit.Below(10_000));
        assertThat(Discounts.best(lines, List.of(first, second, far, high))).containsExactly(second.id());
        assertThat(Discounts.fits(lines, List.of(first, second, far, high), Set.of(second.id())))
                .containsEntry(first.id(), new CouponFit.Applied(1_000))
                .containsEntry(high.id(), new CouponFit.Below(10_000));
    }

    @Test
    void a_coupon_covers_its_percentage_at_most_and_the_rest_of_it_lapses() {
        List<OpenLine> lines = List.of(line(11, m1, 1_001));
        Coupon half = coupon(21, CouponKind.ANY, 5_000, 0, 50, CostShare.ofPlatform());
        assertThat(Discounts.of(lines, List.of(half), 0).offFen()).isEqualTo(500);
    }

    @Test
    void a_threshold_looks_at_goods_after_merchants_coupons() {
        List<OpenLine> lines = List.of(line(11, m1, 10_000));
        Coupon merchants = coupon(21, CouponKind.GOODS, 100, 0, 50, CostShare.ofMerchant(m1));
        Coupon platforms = coupon(22, CouponKind.ANY, 2_000, 10_000, 50, CostShare.ofPlatform());
        assertThat(Discounts.of(lines, List.of(merchants, platforms), 0).fits())
                .containsEntry(platforms.id(), new CouponFit.Below(100));
        // to leave out the merchant's coupon would save more: the merchant's stands first, as the rule says
        assertThat(Discounts.best(lines, List.of(platforms))).containsExactly(platforms.id());
    }

    @Test
    void a_coupon_borne_by_three_is_shared_by_them_and_over_its_goods_only() {
        UUID rice = id(31);
        OpenLine meant = new OpenLine(id(11), new GoodsFacts(id(51), m1, Set.of(rice)), 3_333);
        Coupon shared = coupon(
                21,
                CouponKind.GOODS,
                1_000,
                0,
                99,
                new CostShare(3_333, 3_333, 3_334, organiser, m1),
                new CouponTarget(CouponTarget.Kind.CATEGORY, rice));
        Discounted off = Discounts.of(List.of(meant, line(12, m1, 9_999)), List.of(shared), 0);
        assertThat(off.of(id(12))).isEmpty();
        assertThat(off.borneBy(Bearer.PLATFORM)).isEqualTo(333);
        assertThat(off.borneBy(Bearer.ORGANISER)).isEqualTo(333);
        assertThat(off.borneBy(Bearer.MERCHANT)).isEqualTo(334);
    }

    @Test
    void a_campaigns_coupon_takes_off_from_what_the_campaign_sells_and_nothing_else() {
        UUID campaign = id(41);
        OpenLine sold = new OpenLine(id(11), new GoodsFacts(id(51), m1, Set.of(), Set.of(id(40), campaign)), 5_000);
        OpenLine other = new OpenLine(id(12), new GoodsFacts(id(52), m1, Set.of(), Set.of(id(40))), 5_000);
        Coupon bound = coupon(
                21,
                CouponKind.GOODS,
                1_000,
                0,
                99,
                CostShare.ofPlatform(),
                new CouponTarget(CouponTarget.Kind.CAMPAIGN, campaign));
        Discounted off = Discounts.of(List.of(sold, other), List.of(bound), 0);
        assertThat(off.of(id(12))).isEmpty();
        assertThat(off.offBy(bound.id())).isEqualTo(1_000);
        assertThat(Discounts.of(List.of(other), List.of(bound), 0).fits())
                .containsEntry(bound.id(), new CouponFit.NoGoods());
        // it stands where every other coupon for given goods does
        Coupon any = coupon(22, CouponKind.ANY, 2_000, 0, 99, CostShare.ofPlatform());
        assertThat(Discounts.of(List.of(sold), List.of(bound, any), 0).fits())
                .containsEntry(any.id(), new CouponFit.Taken());
    }

    @Test
    void points_go_by_hundreds_for_at_most_99_percent_of_what_coupons_leave() {
        List<OpenLine> lines = List.of(line(11, m1, 1_000), line(12, m2, 500));
        Coupon ten = coupon(21, CouponKind.ANY, 500, 0, 99, CostShare.ofPlatform());
        Discounted off = Discounts.of(lines, List.of(ten), 12_345);
        assertThat(off.pointsMax()).isEqualTo(900);
        assertThat(off.points()).isEqualTo(900);
        assertThat(off.borneBy(Bearer.POINTS)).isEqualTo(900);
        assertThat(Discounts.of(lines, List.of(), 199).points()).isEqualTo(100);
        assertThat(Discounts.of(lines, List.of(), 99).points()).isZero();
        assertThat(Discounts.of(List.of(line(11, m1, 100)), List.of(), 500).points())
                .isZero();
    }

    @Test
    void shares_sum_up_no_line_falls_below_nothing_and_order_decides_nothing() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<OpenLine> lines = lines(random);
            List<Coupon> coupons = coupons(random);
            long points = (long) random.nextInt(3) * random.nextInt(100_000);
            Discounted off = Discounts.of(lines, coupons, points);
            long applied = off.fits().values().stream()
                    .mapToLong(fit -> fit instanceof CouponFit.Applied(long fen) ? fen : 0)
                    .sum();
            assertThat(off.offFen()).as("round %d of seed %d", round, SEED).isEqualTo(applied + off.points());
            for (OpenLine line : lines) {
                long taken =
                        off.of(line.skuId()).stream().mapToLong(LineShare::fen).sum();
                assertThat(taken).as("round %d of seed %d", round, SEED).isBetween(0L, line.amountFen());
            }
            long goods = lines.stream().mapToLong(OpenLine::amountFen).sum();
            assertThat(off.offFen()).isLessThan(Math.max(1, goods));
            Collections.shuffle(lines, random);
            Collections.shuffle(coupons, random);
            assertThat(Discounts.of(lines, coupons, points)).isEqualTo(off);
        }
    }

    private List<OpenLine> lines(Random random) {
        List<OpenLine> lines = new ArrayList<>();
        for (int at = 0; at <= random.nextInt(8); at++) {
            lines.add(line(100 + at, random.nextBoolean() ? m1 : m2, random.nextInt(1 << random.nextInt(1, 22))));
        }
        return lines;
    }

    private List<Coupon> coupons(Random random) {
        List<Coupon> coupons = new ArrayList<>();
        for (int at = 0; at < random.nextInt(7); at++) {
            int organisers = random.nextInt(10_001);
            int merchants = random.nextBoolean() ? random.nextInt(10_001 - organisers) : 0;
            CostShare cost = new CostShare(
                    10_000 - organisers - merchants,
                    organisers,
                    merchants,
                    organisers > 0 ? organiser : null,
                    merchants > 0 ? (random.nextBoolean() ? m1 : m2) : null);
            coupons.add(coupon(
                    200 + at,
                    random.nextBoolean() ? CouponKind.GOODS : CouponKind.PEOPLE,
                    1 + random.nextInt(100_000),
                    random.nextInt(50_000),
                    1 + random.nextInt(99),
                    cost));
        }
        return coupons;
    }

    private static OpenLine line(int number, UUID merchant, long fen) {
        return new OpenLine(id(number), new GoodsFacts(id(number + 1_000), merchant, Set.of()), fen);
    }

    private static Coupon coupon(
            int number, CouponKind kind, long face, long threshold, int percent, CostShare cost, CouponTarget... to) {
        Instant now = Instant.parse("2026-11-21T02:00:00Z");
        CouponTerms terms = new CouponTerms(
                id(number), kind, "券", "coupon", face, threshold, percent, cost, now, now.plusSeconds(1), Set.of(to));
        return new Coupon(id(number), id(7), Coupon.State.HELD, null, now, false, terms);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
