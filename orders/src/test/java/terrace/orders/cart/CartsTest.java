package terrace.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.cart.UnavailableLine.Reason;

@MicronautTest(transactional = false)
class CartsTest {
    @Inject
    Carts carts;

    @Inject
    Bazaar bazaar;

    @Inject
    Listings listings;

    @Inject
    Merchants merchants;

    private final UUID owner = Ids.next();
    private UUID merchant = Ids.next();
    private UUID tariff = Ids.next();

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        tariff = bazaar.tariff(merchant, 800, 200);
    }

    @Test
    void putting_sets_the_quantity_and_adding_adds_to_it() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 2_000);
        assertThat(carts.put(owner, rice.skuId(), 3)).isEqualTo(new CartChange.Changed(1));
        assertThat(carts.put(owner, rice.skuId(), 3)).isEqualTo(new CartChange.Changed(1));
        assertThat(carts.quantities(owner)).containsEntry(rice.skuId(), 3);
        carts.add(owner, rice.skuId(), 4);
        assertThat(carts.quantities(owner)).containsEntry(rice.skuId(), 7);
        carts.add(owner, rice.skuId(), Carts.QUANTITY_MAX);
        assertThat(carts.quantities(owner)).containsEntry(rice.skuId(), Carts.QUANTITY_MAX);
        carts.remove(owner, rice.skuId());
        carts.remove(owner, rice.skuId());
        assertThat(carts.count(owner)).isZero();
    }

    @Test
    void a_quantity_that_is_no_quantity_is_refused() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 2_000);
        for (int quantity : new int[] {0, -1, Integer.MIN_VALUE, 1_000, Integer.MAX_VALUE}) {
            assertThat(carts.put(owner, rice.skuId(), quantity)).isEqualTo(new CartChange.QuantityOutside(1, 999));
        }
        assertThat(carts.count(owner)).isZero();
    }

    @Test
    void what_is_not_on_the_shelf_does_not_get_into_a_cart() {
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 5);
        listings.withdraw(rice.listingId(), OffShelfReason.OWN_CHOICE);
        assertThat(carts.put(owner, rice.skuId(), 1)).isEqualTo(new CartChange.NotForSale());
        assertThat(carts.put(owner, Ids.next(), 1)).isEqualTo(new CartChange.NotForSale());
    }

    @Test
    void a_cart_holds_a_hundred_different_goods_even_when_many_tabs_fill_it() {
        List<Goods> goods = manyGoods(120);
        Bazaar.atOnce(goods.stream()
                .map(item -> (Callable<CartChange>) () -> carts.put(owner, item.skuId(), 1))
                .toList());
        assertThat(carts.count(owner)).isEqualTo(Carts.CART_LINES_MAX);
        UUID inside = carts.quantities(owner).keySet().iterator().next();
        assertThat(carts.put(owner, inside, 9)).isEqualTo(new CartChange.Changed(100));
        UUID outside = goods.stream()
                .map(Goods::skuId)
                .filter(id -> !carts.quantities(owner).containsKey(id))
                .findFirst()
                .orElseThrow();
        assertThat(carts.put(owner, outside, 1)).isEqualTo(new CartChange.CartFull(100));
    }

    @Test
    void a_cart_shows_merchants_apart_and_aside_what_cannot_be_bought_and_why() {
        UUID other = bazaar.merchant();
        UUID suspended = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, tariff, 1_250, 500, 50);
        Goods tea = bazaar.goods(other, bazaar.tariff(other, 600, 100), 9_900, 250, 50);
        Goods withdrawn = bazaar.goods(merchant, tariff, 100, 500, 50);
        Goods soldOut = bazaar.goods(merchant, tariff, 100, 500, 0);
        Goods scarce = bazaar.goods(merchant, tariff, 100, 500, 2);
        Goods closed = bazaar.goods(suspended, bazaar.tariff(suspended, 600, 100), 100, 500, 50);
        List.of(rice, tea, withdrawn, soldOut, scarce, closed).forEach(item -> carts.put(owner, item.skuId(), 3));
        listings.withdraw(withdrawn.listingId(), OffShelfReason.OWN_CHOICE);
        merchants.suspend(suspended, Suspension.Reason.PAPERS, "", false, "test");

        Cart cart = carts.cart(owner);

        assertThat(cart.groups()).extracting(Cart.Group::merchantId).containsExactlyInAnyOrder(merchant, other);
        assertThat(cart.skuIds()).containsExactlyInAnyOrder(rice.skuId(), tea.skuId());
        assertThat(cart.goodsFen()).isEqualTo(3 * 1_250 + 3 * 9_900);
        assertThat(cart.unavailable())
                .extracting(UnavailableLine::skuId, UnavailableLine::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(withdrawn.skuId(), Reason.OFF_SHELF),
                        org.assertj.core.groups.Tuple.tuple(soldOut.skuId(), Reason.SOLD_OUT),
                        org.assertj.core.groups.Tuple.tuple(scarce.skuId(), Reason.TOO_FEW_LEFT),
                        org.assertj.core.groups.Tuple.tuple(closed.skuId(), Reason.MERCHANT_CLOSED));
    }

    @Test
    void a_visitors_cart_becomes_the_members_once_and_the_larger_quantity_wins() {
        UUID visitor = Ids.next();
        List<Goods> goods = bazaar.goods(merchant, tariff, 1_000, 500, 99, 3);
        carts.put(visitor, goods.get(0).skuId(), 5);
        carts.put(visitor, goods.get(1).skuId(), 1);
        carts.put(owner, goods.get(1).skuId(), 4);
        carts.put(owner, goods.get(2).skuId(), 2);
        carts.merge(visitor, owner);
        carts.merge(visitor, owner);
        carts.merge(owner, owner);
        assertThat(carts.quantities(owner))
                .hasSize(3)
                .containsEntry(goods.get(0).skuId(), 5)
                .containsEntry(goods.get(1).skuId(), 4)
                .containsEntry(goods.get(2).skuId(), 2);
        assertThat(carts.count(visitor)).isZero();
    }

    @Test
    void merging_does_not_overfill() {
        UUID visitor = Ids.next();
        List<Goods> goods = manyGoods(130);
        goods.subList(0, 70).forEach(item -> carts.put(owner, item.skuId(), 1));
        goods.subList(60, 130).forEach(item -> carts.put(visitor, item.skuId(), 2));
        carts.merge(visitor, owner);
        assertThat(carts.count(owner)).isEqualTo(Carts.CART_LINES_MAX);
    }

    @Test
    void a_price_that_moved_is_said_until_the_line_is_set_anew() {
        Goods rice = bazaar.goods(merchant, tariff, 1_000, 500, 10);
        carts.put(owner, rice.skuId(), 1);
        assertThat(line().repriced()).isFalse();
        listings.changePrice(rice.skuId(), 1_200);
        assertThat(line().repriced()).isTrue();
        assertThat(line().seenFen()).isEqualTo(1_000);
        carts.put(owner, rice.skuId(), 2);
        assertThat(line().repriced()).isFalse();
    }

    @Test
    void lines_nobody_touched_for_long_are_cleared_away() {
        Goods rice = bazaar.goods(merchant, tariff, 1_000, 500, 10);
        carts.put(owner, rice.skuId(), 1);
        carts.clear();
        assertThat(carts.count(owner)).isEqualTo(1);
        bazaar.change("update orders.cart_line set put_at = put_at - interval '181 days' where owner = ?", owner);
        assertThat(carts.clear()).isPositive();
        assertThat(carts.count(owner)).isZero();
    }

    private CartLine line() {
        return carts.cart(owner).groups().getFirst().lines().getFirst();
    }

    private List<Goods> manyGoods(int count) {
        return java.util.stream.Stream.of(50, 50, count - 100)
                .flatMap(size -> bazaar.goods(merchant, tariff, 1_000, 500, 10, size).stream())
                .toList();
    }
}
