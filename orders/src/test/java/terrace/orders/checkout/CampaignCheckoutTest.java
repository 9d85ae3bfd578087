package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Place;
import terrace.catalog.flashsales.Queueing;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.stock.StockCheck;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.FlashStall;
import terrace.orders.bazaar.Shopping;
import terrace.orders.cart.Carts;
import terrace.orders.purchases.Purchases;

/** Campaign prices, flash sales and those who wait for them, at the till. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class CampaignCheckoutTest {
    @Inject
    FlashStall stall;

    @Inject
    FlashSales flashes;

    @Inject
    WaitingLines lines;

    @Inject
    Checkout checkout;

    @Inject
    Carts carts;

    @Inject
    Purchases purchases;

    @Inject
    StockCheck check;

    @Inject
    Jobs jobs;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);
    private Duration ahead = Duration.ZERO;

    @BeforeEach
    void hundredBags() {
        merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 10_000, 500, 100);
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_campaign_price_is_charged_from_pledged_stock_until_its_end() {
        stall.enrol(merchant, rice, false, 8_000, 20);
        Member member = bazaar.member();
        PlaceOrder form = shopping.form(member, Map.of(rice, 2));
        assertThat(form.expectedTotalFen()).isEqualTo(2 * 8_000 + 800);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        assertThat(bazaar.onSale(rice)).isEqualTo(18);
        shopping.pay(form.purchaseId(), Ids.next());
        assertThat(stand()).isEqualTo(98);

        PlaceOrder late = shopping.form(bazaar.member(), Map.of(rice, 2));
        clock.shift(Duration.ofDays(3).plusMinutes(1));
        assertThat(checkout.place(late)).isEqualTo(new Placement.CampaignOver(16_800, 20_800));
        assertThat(bazaar.onSale(rice)).isEqualTo(80);
        jobs.run("turn-campaign-prices");
        jobs.run("turn-campaign-prices");
        assertThat(bazaar.onSale(rice)).isEqualTo(98);
        assertThat(check.drift(true).skus()).isZero();
    }

    @Test
    void what_is_not_paid_lies_in_the_pledge_again() {
        stall.enrol(merchant, rice, false, 8_000, 5);
        PlaceOrder all = shopping.form(bazaar.member(), Map.of(rice, 5));
        assertThat(checkout.place(all)).isInstanceOf(Placement.Placed.class);
        assertThat(shopping.form(bazaar.member(), Map.of(rice, 1)).expectedTotalFen())
                .isEqualTo(10_800);
        assertThat(checkout.place(order(bazaar.member()))).isInstanceOf(Placement.CampaignSoldOut.class);
        purchases.cancel(all.memberId(), all.purchaseId());
        assertThat(shopping.form(bazaar.member(), Map.of(rice, 1)).expectedTotalFen())
                .isEqualTo(8_800);
    }

    @Test
    void of_a_flash_sale_everybody_gets_one_and_not_one_too_many_is_sold() {
        FlashOffer offer = flash(10);
        List<Callable<Placement>> rush = new ArrayList<>();
        List<PlaceOrder> forms = new ArrayList<>();
        for (int index = 0; index < 40; index++) {
            PlaceOrder form = shopping.form(bazaar.member(), Map.of(rice, 1));
            forms.add(form);
            rush.add(() -> checkout.place(form));
            rush.add(() -> checkout.place(form));
        }
        List<Placement> placements = Bazaar.atOnce(rush);
        assertThat(Set.copyOf(placements.stream()
                        .filter(Placement.Placed.class::isInstance)
                        .toList()))
                .hasSize(10);
        assertThat(flashes.byId(offer.id()).orElseThrow().held()).isEqualTo(10);
        forms.stream()
                .filter(form ->
                        purchases.ofMember(form.memberId(), form.purchaseId()).isPresent())
                .forEach(form -> shopping.pay(form.purchaseId(), Ids.next()));
        assertThat(flashes.byId(offer.id()).orElseThrow().soldOut()).isTrue();
        assertThat(lines.join(offer.id(), bazaar.member().id())).contains(new Queueing.Over());
        assertThat(check.drift(true).skus()).isZero();
    }

    @Test
    void nobody_gets_a_second_one() {
        flash(10);
        Member member = bazaar.member();
        assertThat(checkout.place(shopping.form(member, Map.of(rice, 2))))
                .isEqualTo(new Placement.AboveCap(rice.skuId(), 1));
        assertThat(checkout.place(shopping.form(member, Map.of(rice, 1)))).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(shopping.form(member, Map.of(rice, 1))))
                .isEqualTo(new Placement.AboveCap(rice.skuId(), 1));
    }

    @Test
    void what_comes_back_is_offered_to_the_first_in_line_for_a_short_time() {
        FlashOffer offer = flash(1);
        Member buyer = bazaar.member();
        UUID unpaid = shopping.place(buyer, Map.of(rice, 1));
        Member first = bazaar.member();
        Member second = bazaar.member();
        PlaceOrder firsts = order(first);
        PlaceOrder seconds = order(second);
        assertThat(lines.join(offer.id(), buyer.id())).contains(new Queueing.HasOne());
        assertThat(lines.join(offer.id(), first.id())).contains(new Queueing.InLine());
        assertThat(lines.join(offer.id(), first.id())).contains(new Queueing.InLine());
        assertThat(lines.join(offer.id(), second.id())).contains(new Queueing.InLine());
        assertThat(lines.places(second.id(), Set.of(offer.id()))).isEqualTo(Map.of(offer.id(), new Place(1, null)));

        purchases.cancel(buyer.id(), unpaid);
        assertThat(checkout.place(seconds)).isInstanceOf(Placement.SoldOut.class);
        jobs.run("move-waiting-lines");
        assertThat(checkout.place(seconds)).isInstanceOf(Placement.SoldOut.class);
        assertThat(carts.cart(first.id()).unavailable()).isEmpty();
        clock.shift(ahead.plus(WaitingLines.OFFERED_FOR).plusMinutes(1));
        assertThat(checkout.place(firsts)).isInstanceOf(Placement.SoldOut.class);
        jobs.run("move-waiting-lines");
        assertThat(checkout.place(seconds)).isInstanceOf(Placement.Placed.class);
        assertThat(flashes.byId(offer.id()).orElseThrow().waiting()).isZero();
    }

    private PlaceOrder order(Member member) {
        carts.put(member.id(), rice.skuId(), 1);
        return new PlaceOrder(Ids.next(), member.id(), member.addressId(), Set.of(rice.skuId()), 8_800);
    }

    private FlashOffer flash(long pieces) {
        Instant before = clock.now();
        FlashOffer offer = stall.open(merchant, rice, 8_000, pieces);
        ahead = Duration.between(before, clock.now());
        return offer;
    }

    private long stand() {
        return bazaar.number("select on_hand from catalog.stock where sku_id = ?", rice.skuId());
    }
}
