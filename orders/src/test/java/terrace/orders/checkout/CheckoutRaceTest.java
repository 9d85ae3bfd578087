package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;

@MicronautTest(transactional = false)
class CheckoutRaceTest {
    @Inject
    Checkout checkout;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Test
    void fifty_sendings_of_one_form_make_one_purchase() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 500);
        PlaceOrder form = shopping.form(bazaar.member(), Map.of(rice, 3));
        List<Placement> placements =
                Bazaar.atOnce(Collections.nCopies(50, (Callable<Placement>) () -> checkout.place(form)));
        assertThat(placements).containsOnly(new Placement.Placed(form.purchaseId()));
        assertThat(bazaar.number("select count(*) from orders.purchase where id = ?", form.purchaseId()))
                .isEqualTo(1);
        assertThat(bazaar.number("select count(*) from orders.customer_order where merchant_id = ?", merchant))
                .isEqualTo(1);
        assertThat(bazaar.onSale(rice)).isEqualTo(497);
    }

    @Test
    void the_last_unit_goes_to_one_of_twenty() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 1);
        List<Callable<Placement>> rush = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            PlaceOrder form = shopping.form(bazaar.member(), Map.of(rice, 1));
            rush.add(() -> checkout.place(form));
        }
        List<Placement> placements = Bazaar.atOnce(rush);
        List<Placement.ShortLine> gone = List.of(new Placement.ShortLine(rice.skuId(), "哈尼红米", "第1袋", 1, 0));
        assertThat(placements).filteredOn(Placement.Placed.class::isInstance).hasSize(1);
        assertThat(placements)
                .filteredOn(placement -> !(placement instanceof Placement.Placed))
                .hasSize(19)
                .as("in a rush with few words")
                .isSubsetOf(new Placement.SoldOut(gone), new Placement.TurnedAway(gone));
        assertThat(bazaar.onSale(rice)).isZero();
        assertThat(bazaar.number("select count(*) from orders.customer_order where merchant_id = ?", merchant))
                .isEqualTo(1);
    }

    @Test
    void random_carts_at_once_never_deadlock_nor_oversell_and_every_total_is_the_sum_of_its_parts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261120);
        List<Goods> goods = randomShelves(random);
        List<Callable<Placement>> rush = new ArrayList<>();
        for (int buyer = 0; buyer < 10; buyer++) {
            Member member = bazaar.member();
            List<Map<Goods, Integer>> carts = new ArrayList<>();
            for (int round = 0; round < 6; round++) {
                carts.add(randomCart(random, goods));
            }
            rush.add(() -> {
                Placement last = new Placement.CartEmpty();
                for (Map<Goods, Integer> cart : carts) {
                    last = checkout.place(shopping.form(member, cart));
                }
                return last;
            });
        }
        Bazaar.atOnce(rush);
        assertThat(bazaar.number("select count(*) from orders.purchase")).isGreaterThan(20);
        assertThat(bazaar.number("""
                        select count(*) from orders.purchase p cross join lateral (
                            select sum(goods_fen) as goods, sum(freight_fen) as freight, sum(total_fen) as total
                            from orders.customer_order where purchase_id = p.id) parts
                        where parts.goods is distinct from p.goods_fen or parts.freight is distinct from p.freight_fen
                            or parts.total is distinct from p.total_fen
                        """)).isZero();
        assertThat(bazaar.number("""
                        select count(*) from orders.customer_order o
                        where goods_fen
                            <> (select sum(price_fen * quantity) from orders.order_line where order_id = o.id)
                        """)).isZero();
        for (Goods item : goods) {
            long sold = bazaar.number(
                    "select coalesce(sum(quantity), 0) from orders.order_line where sku_id = ?", item.skuId());
            assertThat(bazaar.onSale(item) + sold).isEqualTo(60);
            assertThat(bazaar.onSale(item)).isNotNegative();
        }
    }

    private List<Goods> randomShelves(RandomGenerator random) {
        List<Goods> goods = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            UUID merchant = bazaar.merchant();
            UUID tariff = bazaar.tariff(merchant, random.nextLong(2_000), random.nextLong(500));
            for (int item = 0; item < 3; item++) {
                goods.add(bazaar.goods(merchant, tariff, random.nextLong(1, 100_000), random.nextLong(1, 20_000), 60));
            }
        }
        return goods;
    }

    private static Map<Goods, Integer> randomCart(RandomGenerator random, List<Goods> goods) {
        Map<Goods, Integer> cart = new HashMap<>();
        for (int lines = random.nextInt(1, 6); lines > 0; lines--) {
            cart.put(goods.get(random.nextInt(goods.size())), random.nextInt(1, 5));
        }
        return cart;
    }
}
