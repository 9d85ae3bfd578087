package terrace.orders.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Handouts;

@MicronautTest(transactional = false)
class PromoFundsTest {
    @Inject
    PromoFunds funds;

    @Inject
    CouponBatches batches;

    @Inject
    Coupons coupons;

    @Inject
    Handouts handouts;

    @Inject
    Bazaar bazaar;

    @Inject
    Clock clock;

    private final UUID operator = Ids.next();

    @Test
    void a_payment_is_noted_once_and_a_batch_promises_no_more_than_is_there() {
        UUID organiser = handouts.organiser();
        UUID payment = Ids.next();
        assertThat(funds.payIn(operator, organiser, 10_000, payment)).isTrue();
        assertThat(funds.payIn(operator, organiser, 10_000, payment)).isFalse();
        NewBatch most = batch(10_001, CostShare.ofOrganiser(organiser));
        assertThat(funds.make(most)).isEqualTo(new Promise.OrganiserShort(10_001, 10_000));
        NewBatch fits = batch(9_000, CostShare.ofOrganiser(organiser));
        assertThat(funds.make(fits)).isEqualTo(new Promise.Made());
        assertThat(funds.make(fits)).isEqualTo(new Promise.Made());
        assertThat(funds.state(organiser)).isEqualTo(new FundState(10_000, 9_000));
        assertThat(funds.make(batch(1_001, CostShare.ofOrganiser(organiser))))
                .isEqualTo(new Promise.OrganiserShort(1_001, 1_000));
    }

    @Test
    void a_stopped_batch_frees_what_nobody_claimed() {
        UUID organiser = handouts.organiser();
        UUID id = handouts.batch(CouponKind.ANY, 1_000, 5_000, CostShare.ofOrganiser(organiser), Set.of());
        handouts.claimed(bazaar.member(), id);
        assertThat(funds.stop(operator, id)).isPresent();
        assertThat(funds.state(organiser)).isEqualTo(new FundState(5_000, 1_000));
        assertThat(batches.stop(id, operator)).isFalse();
    }

    @Test
    void at_once_batches_promise_the_same_money_only_once() {
        UUID organiser = handouts.organiser();
        funds.payIn(operator, organiser, 3_000, Ids.next());
        List<Callable<Promise>> wishes = IntStream.range(0, 8)
                .<Callable<Promise>>mapToObj(at -> () -> funds.make(batch(1_000, CostShare.ofOrganiser(organiser))))
                .toList();
        assertThat(Bazaar.atOnce(wishes).stream().filter(Promise.Made.class::isInstance))
                .hasSize(3);
        assertThat(funds.state(organiser).freeFen()).isZero();
    }

    @Test
    void the_rest_of_a_used_coupon_stays_promised_since_it_may_come_back_whole() {
        UUID organiser = handouts.organiser();
        Member member = bazaar.member();
        UUID coupon = handouts.claimed(
                member, handouts.batch(CouponKind.ANY, 1_000, 1_000, CostShare.ofOrganiser(organiser), Set.of()));
        UUID purchase = Ids.next();
        coupons.freeze(member.id(), purchase, Map.of(coupon, 300L));
        assertThat(funds.state(organiser).promisedFen()).isEqualTo(1_000);
        coupons.use(purchase);
        assertThat(funds.state(organiser).promisedFen()).isEqualTo(700);
        coupons.giveBack(purchase, Set.of(coupon));
        assertThat(funds.state(organiser).promisedFen()).isEqualTo(1_000);
    }

    private NewBatch batch(long budget, CostShare cost) {
        Instant now = clock.now();
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.ANY,
                "券",
                "coupon",
                500,
                0,
                50,
                cost,
                now,
                now.plus(Duration.ofDays(1)),
                Set.of());
        return new NewBatch(terms, budget, 1, Set.of(), operator);
    }
}
