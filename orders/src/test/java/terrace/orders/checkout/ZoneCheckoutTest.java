package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.marketplace.zones.ZoneTerms;
import terrace.marketplace.zones.Zones;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Handouts;
import terrace.orders.bazaar.Shopping;
import terrace.orders.cart.Carts;
import terrace.orders.takings.Taken;
import terrace.orders.takings.Takings;

/** Goods of a zone are sold on its terms; what was sold is added up for those who brought or helped it. */
@MicronautTest(transactional = false)
class ZoneCheckoutTest {

    @Inject
    Checkout checkout;

    @Inject
    Carts carts;

    @Inject
    Zones zones;

    @Inject
    Pavilions pavilions;

    @Inject
    Takings takings;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Handouts handouts;

    @Inject
    Clock clock;

    private final String zone = "zone-" + UUID.randomUUID();
    private Member member = new Member(Ids.next(), Ids.next());
    private Goods cabbage = new Goods(member.id(), member.id(), member.id(), 0, 0);

    @BeforeEach
    void open() {
        member = bazaar.member();
        UUID merchant = bazaar.merchant();
        cabbage = bazaar.goods(merchant, bazaar.tariff(merchant, 0, 0), 500, 500, 500);
        pavilions.define(new Pavilion(zone, "菜篮子", "Basket", Pavilion.Kind.ZONE, null, "简介", "About", 1, List.of()));
        pavilions.include(zone, List.of(merchant));
    }

    @AfterEach
    void noTerms() {
        zones.set(Ids.next(), terms(Set.of(), null, null), Ids.next());
    }

    @Test
    void goods_go_only_where_the_zone_sends_them_and_the_till_says_so_before() {
        zones.set(Ids.next(), terms(Set.of("42"), null, null), Ids.next());
        PlaceOrder form = shopping.form(member, Map.of(cabbage, 1));
        var expected = Map.<UUID, ZoneRefusal>of(cabbage.skuId(), new ZoneRefusal.NotThere(zone, List.of("42")));
        assertThat(checkout.againstZones(member.id(), carts.cart(member.id()), member.addressId()))
                .isEqualTo(expected);
        assertThat(checkout.place(form)).isEqualTo(new Placement.AgainstZone(expected));
        zones.set(Ids.next(), terms(Set.of("11", "42"), null, null), Ids.next());
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void what_is_sold_by_the_piece_has_no_price_of_a_jin_to_be_capped() {
        zones.set(Ids.next(), terms(Set.of(), null, 499L), Ids.next());
        bazaar.change("update catalog.listing set shelf_life_days = 0 where id = ?", cabbage.listingId());
        PlaceOrder form = shopping.form(member, Map.of(cabbage, 1));
        assertThat(checkout.againstZones(member.id(), carts.cart(member.id()), member.addressId()))
                .isEmpty();
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void a_price_above_the_cap_is_not_taken() {
        zones.set(Ids.next(), terms(Set.of(), null, 499L), Ids.next());
        assertThat(checkout.place(shopping.form(member, Map.of(cabbage, 1))))
                .isEqualTo(new Placement.AgainstZone(Map.of(cabbage.skuId(), new ZoneRefusal.TooDear(zone, 500, 499))));
    }

    @Test
    void what_was_bought_before_counts_and_a_form_sent_twice_is_one_purchase() {
        zones.set(Ids.next(), terms(Set.of(), 3, null), Ids.next());
        PlaceOrder form = shopping.form(member, Map.of(cabbage, 2));
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(shopping.form(member, Map.of(cabbage, 2))))
                .isEqualTo(new Placement.AgainstZone(Map.of(cabbage.skuId(), new ZoneRefusal.TooMany(zone, 3, 7, 2))));
        assertThat(checkout.place(shopping.form(member, Map.of(cabbage, 1)))).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(shopping.form(bazaar.member(), Map.of(cabbage, 3))))
                .as("another person")
                .isInstanceOf(Placement.Placed.class);
    }

    @Test
    void two_purchases_at_once_do_not_slip_past_the_limit() throws Exception {
        zones.set(Ids.next(), terms(Set.of(), 3, null), Ids.next());
        PlaceOrder one = shopping.form(member, Map.of(cabbage, 2));
        PlaceOrder other = new PlaceOrder(
                Ids.next(), one.memberId(), one.addressId(), one.skuIds(), one.early(), one.expectedTotalFen());
        List<Callable<Placement>> both = List.of(() -> checkout.place(one), () -> checkout.place(other));
        int placed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Placement> told : threads.invokeAll(both)) {
                placed += told.get() instanceof Placement.Placed ? 1 : 0;
            }
        }
        assertThat(placed).isEqualTo(1);
    }

    @Test
    void what_is_paid_is_added_up_for_the_merchant_and_for_who_helped() {
        UUID organiser = handouts.organiser();
        UUID coupon = handouts.claimed(
                member, handouts.batch(CouponKind.ANY, 200, 200, CostShare.ofOrganiser(organiser), Set.of()));
        var from = clock.now().minus(Duration.ofHours(1));
        var until = from.plus(Duration.ofHours(2));
        PlaceOrder form = shopping.form(member, Map.of(cabbage, 2), new Extras(Set.of(coupon), 0, 0));
        UUID purchase = ((Placement.Placed) checkout.place(form)).purchaseId();
        assertThat(takings.since(from, Set.of(cabbage.merchantId()))).isEmpty();
        shopping.pay(purchase, Ids.next());
        shopping.bought(bazaar.member(), Map.of(cabbage, 1));
        assertThat(takings.since(from, Set.of(cabbage.merchantId())))
                .containsEntry(cabbage.merchantId(), new Taken(2, 1_500));
        assertThat(takings.helpedBy(organiser, from, until)).isEqualTo(new Taken(1, 1_000));
        assertThat(takings.helpedBy(organiser, until, until)).isEqualTo(Taken.NOTHING);
    }

    private ZoneTerms terms(Set<String> provinces, @Nullable Integer pieces, @Nullable Long dear) {
        return new ZoneTerms(
                zone,
                Set.of(),
                provinces,
                Set.of(),
                null,
                pieces,
                7,
                dear,
                clock.now().plus(Duration.ofDays(9)));
    }
}
