package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.cart.Carts;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.Purchases;

@MicronautTest(transactional = false)
class CheckoutTest {
    @Inject
    Checkout checkout;

    @Inject
    Carts carts;

    @Inject
    Purchases purchases;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Listings listings;

    @Inject
    Merchants merchants;

    private UUID merchant = Ids.next();
    private UUID tariff = Ids.next();
    private Member member = new Member(merchant, tariff);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        tariff = bazaar.tariff(merchant, 800, 200, "54");
        member = bazaar.member();
    }

    @Test
    void two_merchants_make_two_orders_each_with_its_own_freight() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        UUID other = bazaar.merchant();
        Goods tea = bazaar.goods(other, bazaar.tariff(other, 600, 100), 9_900, 250, 50);
        UUID id = shopping.place(member, Map.of(rice, 5, tea, 2));

        Purchase purchase = purchases.ofMember(member.id(), id).orElseThrow();
        // 2,500 g of rice: the first kilogram 8.00, two begun ones more 2.00 each; 500 g of tea: 6.00
        assertThat(purchase.orders())
                .extracting(Order::merchantId, Order::goodsFen, Order::freightFen, Order::totalFen)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(merchant, 6_250L, 1_200L, 7_450L),
                        org.assertj.core.groups.Tuple.tuple(other, 19_800L, 600L, 20_400L));
        assertThat(purchase.totalFen()).isEqualTo(27_850);
        assertThat(purchase.payBy()).isEqualTo(purchase.placedAt().plus(Purchases.PAYMENT_WINDOW));
        assertThat(purchase.deliverTo().recipient()).isEqualTo(Bazaar.RECIPIENT);
        assertThat(purchase.orders())
                .allSatisfy(order -> assertThat(order.number()).matches("\\d{16}"));
        assertThat(bazaar.onSale(rice)).isEqualTo(45);
        assertThat(carts.count(member.id())).isZero();
    }

    @Test
    void only_the_goods_the_form_named_are_bought() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        Goods millet = bazaar.goods(merchant, tariff, 900, 500, 50);
        carts.put(member.id(), millet.skuId(), 1);
        PlaceOrder all = shopping.form(member, Map.of(rice, 1));
        assertThat(all.expectedTotalFen()).isEqualTo(1_250 + 900 + 800);
        PlaceOrder onlyRice =
                new PlaceOrder(all.purchaseId(), member.id(), member.addressId(), Set.of(rice.skuId()), 2_050);
        assertThat(checkout.place(onlyRice)).isEqualTo(new Placement.Placed(all.purchaseId()));
        assertThat(carts.quantities(member.id())).containsOnlyKeys(millet.skuId());
    }

    @Test
    void a_price_that_changed_is_told_and_nothing_is_placed() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        PlaceOrder form = shopping.form(member, Map.of(rice, 2));
        listings.changePrice(rice.skuId(), 1_300);
        assertThat(checkout.place(form)).isEqualTo(new Placement.PriceChanged(3_300, 3_400));
        assertNothingHappened(form, rice, 50);
    }

    @Test
    void a_total_the_buyer_made_up_is_not_believed() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        PlaceOrder form = shopping.form(member, Map.of(rice, 2));
        for (long fen : new long[] {0, 1, -3_300, 3_299, Long.MAX_VALUE}) {
            PlaceOrder lie = new PlaceOrder(form.purchaseId(), member.id(), member.addressId(), form.skuIds(), fen);
            assertThat(checkout.place(lie)).isEqualTo(new Placement.PriceChanged(fen, 3_300));
        }
        assertNothingHappened(form, rice, 50);
    }

    @Test
    void all_that_is_lacking_is_named_with_what_is_left() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 5);
        Goods tea = bazaar.goods(merchant, tariff, 1_250, 500, 5);
        PlaceOrder form = shopping.form(member, Map.of(rice, 4, tea, 4));
        shopping.place(bazaar.member(), Map.of(rice, 2, tea, 5));
        assertThat(checkout.place(form))
                .isInstanceOfSatisfying(
                        Placement.SoldOut.class,
                        soldOut -> assertThat(soldOut.lines())
                                .extracting(
                                        Placement.ShortLine::skuId,
                                        Placement.ShortLine::wanted,
                                        Placement.ShortLine::left)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple(rice.skuId(), 4, 3L),
                                        org.assertj.core.groups.Tuple.tuple(tea.skuId(), 4, 0L)));
        assertNothingHappened(form, rice, 3);
    }

    @Test
    void goods_off_the_shelf_a_closed_merchant_and_a_far_province_are_each_said() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1));

        UUID lhasa = bazaar.address(member.id(), Bazaar.LHASA);
        PlaceOrder far = new PlaceOrder(form.purchaseId(), member.id(), lhasa, form.skuIds(), form.expectedTotalFen());
        assertThat(checkout.place(far)).isEqualTo(new Placement.NotDelivered(Set.of(rice.skuId())));
        assertThat(checkout.quote(member.id(), carts.cart(member.id()), lhasa).placeable())
                .isFalse();

        listings.withdraw(rice.listingId(), OffShelfReason.OWN_CHOICE);
        assertThat(checkout.place(form)).isInstanceOf(Placement.SoldOut.class);
        listings.restore(rice.listingId(), OffShelfReason.OWN_CHOICE);

        merchants.suspend(merchant, Suspension.Reason.QUALITY, "", false, "test");
        assertThat(checkout.place(form)).isEqualTo(new Placement.MerchantClosed(Set.of(merchant)));
        assertNothingHappened(form, rice, 50);
    }

    @Test
    void a_cart_without_the_goods_and_an_address_of_somebody_else_are_refused() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1));
        assertThat(checkout.place(new PlaceOrder(Ids.next(), member.id(), member.addressId(), Set.of(), 0)))
                .isEqualTo(new Placement.CartEmpty());
        assertThat(checkout.place(new PlaceOrder(Ids.next(), member.id(), member.addressId(), Set.of(Ids.next()), 0)))
                .isEqualTo(new Placement.CartEmpty());
        UUID foreign = bazaar.member().addressId();
        assertThat(checkout.place(new PlaceOrder(form.purchaseId(), member.id(), foreign, form.skuIds(), 2_050)))
                .isEqualTo(new Placement.AddressMissing());
        assertThat(checkout.place(new PlaceOrder(form.purchaseId(), member.id(), null, form.skuIds(), 2_050)))
                .isEqualTo(new Placement.AddressMissing());
        assertNothingHappened(form, rice, 50);
    }

    @Test
    void a_form_sent_again_is_the_same_purchase_whatever_has_changed_since() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        PlaceOrder form = shopping.form(member, Map.of(rice, 2));
        Placement first = checkout.place(form);
        assertThat(first).isEqualTo(new Placement.Placed(form.purchaseId()));
        assertThat(checkout.place(form)).isEqualTo(first);
        carts.put(member.id(), rice.skuId(), 2);
        assertThat(checkout.place(form)).isEqualTo(first);
        listings.changePrice(rice.skuId(), 9_999);
        assertThat(checkout.place(form)).isEqualTo(first);
        assertThat(bazaar.onSale(rice)).isEqualTo(48);
        assertThat(carts.quantities(member.id())).containsEntry(rice.skuId(), 2);
    }

    @Test
    void a_purchase_id_of_somebody_else_is_refused_and_tells_nothing() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        UUID taken = shopping.place(bazaar.member(), Map.of(rice, 1));
        PlaceOrder form = shopping.form(member, Map.of(rice, 1));
        PlaceOrder forged =
                new PlaceOrder(taken, member.id(), member.addressId(), form.skuIds(), form.expectedTotalFen());
        assertThat(checkout.place(forged)).isEqualTo(new Placement.NotYours());
        assertNothingHappened(form, rice, 49);
    }

    @Test
    void a_quote_without_an_address_leaves_carriage_open_and_a_foreign_cart_is_a_broken_promise() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        shopping.form(member, Map.of(rice, 1));
        var cart = carts.cart(member.id());
        Quote quote = checkout.quote(member.id(), cart, null);
        assertThat(quote.groups().getFirst().freight()).isEqualTo(new GroupFreight.AddressNeeded());
        assertThat(quote.placeable()).isFalse();
        assertThatThrownBy(() -> checkout.quote(Ids.next(), cart, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertNothingHappened(PlaceOrder form, Goods goods, long onSale) {
        assertThat(purchases.ofMember(form.memberId(), form.purchaseId())).isEmpty();
        assertThat(bazaar.onSale(goods)).isEqualTo(onSale);
        assertThat(carts.quantities(form.memberId())).containsKey(goods.skuId());
    }
}
