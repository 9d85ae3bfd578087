package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.stock.StockCheck;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.checkout.Line.Outcome;
import terrace.orders.purchases.OrderBook;

/** Many in one transaction. */
@MicronautTest(transactional = false)
class TillTest {
    private static final int UNITS = 20;

    @Inject
    Till till;

    @Inject
    Placing placing;

    @Inject
    OrderBook book;

    @Inject
    WaitingLines lines;

    @Inject
    Clock clock;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    StockCheck check;

    private final UUID nobody = Ids.next();

    private Goods goods(long onHand) {
        UUID merchant = bazaar.merchant();
        return bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, onHand);
    }

    private static @Nullable Placement answer(Map<UUID, Outcome> outcomes, PlaceOrder form) {
        return outcomes.getOrDefault(form.purchaseId(), new Outcome(null, null)).placement();
    }

    @Test
    void one_bad_member_spoils_nothing_for_the_others() {
        Goods rice = goods(100);
        Goods lastTea = goods(1);
        PlaceOrder good = shopping.form(bazaar.member(), Map.of(rice, 2));
        PlaceOrder dearer = shopping.form(bazaar.member(), Map.of(rice, 1));
        PlaceOrder wrongSum = new PlaceOrder(
                dearer.purchaseId(),
                dearer.memberId(),
                dearer.addressId(),
                dearer.skuIds(),
                dearer.expectedTotalFen() - 1);
        PlaceOrder first = shopping.form(bazaar.member(), Map.of(lastTea, 1, rice, 1));
        PlaceOrder late = shopping.form(bazaar.member(), Map.of(lastTea, 1, rice, 1));
        PlaceOrder others = shopping.form(bazaar.member(), Map.of(rice, 1));
        UUID taken = shopping.place(bazaar.member(), Map.of(rice, 1));
        PlaceOrder foreign = new PlaceOrder(
                taken, others.memberId(), others.addressId(), others.skuIds(), others.expectedTotalFen());
        PlaceOrder noCart = new PlaceOrder(Ids.next(), nobody, Ids.next(), Set.of(rice.skuId()), 1);
        List<PlaceOrder> forms = List.of(wrongSum, first, foreign, late, noCart, good);

        Map<UUID, Outcome> outcomes = till.serve(forms);

        assertThat(answer(outcomes, good)).isEqualTo(new Placement.Placed(good.purchaseId()));
        assertThat(answer(outcomes, first)).isEqualTo(new Placement.Placed(first.purchaseId()));
        assertThat(answer(outcomes, late))
                .isEqualTo(
                        new Placement.SoldOut(List.of(new Placement.ShortLine(lastTea.skuId(), "哈尼红米", "第1袋", 1, 0))));
        assertThat(answer(outcomes, wrongSum)).isInstanceOf(Placement.PriceChanged.class);
        assertThat(answer(outcomes, foreign)).isEqualTo(new Placement.NotYours());
        assertThat(answer(outcomes, noCart)).isEqualTo(new Placement.CartEmpty());
        assertThat(bazaar.onSale(rice)).isEqualTo(100 - 1 - 3);
        assertThat(bazaar.onSale(lastTea)).isZero();
        assertThat(check.drift(false).skus()).isZero();
    }

    @Test
    void one_whose_address_cannot_be_read_fails_alone() {
        Goods rice = goods(100);
        Member broken = bazaar.member();
        PlaceOrder failing = shopping.form(broken, Map.of(rice, 1));
        PlaceOrder good = shopping.form(bazaar.member(), Map.of(rice, 1));
        bazaar.change("update marketplace.address set street = 'x'::bytea where id = ?", broken.addressId());

        Map<UUID, Outcome> outcomes = till.serve(List.of(failing, good));

        assertThat(answer(outcomes, good)).isEqualTo(new Placement.Placed(good.purchaseId()));
        assertThat(outcomes.get(failing.purchaseId()))
                .extracting(Outcome::failure)
                .isNotNull();
        assertThat(bazaar.onSale(rice)).isEqualTo(99);
    }

    @Test
    void a_batch_that_is_sent_twice_is_placed_once() {
        Goods rice = goods(100);
        List<PlaceOrder> forms = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            forms.add(shopping.form(bazaar.member(), Map.of(rice, 1)));
        }
        Map<UUID, Outcome> once = till.serve(forms);
        Map<UUID, Outcome> twice = till.serve(forms);
        assertThat(twice).isEqualTo(once);
        assertThat(once.values()).allMatch(outcome -> outcome.placement() instanceof Placement.Placed);
        assertThat(bazaar.number("select count(*) from orders.order_line where sku_id = ?", rice.skuId()))
                .isEqualTo(5);
        assertThat(bazaar.number("select count(*) from orders.cart_line where sku_id = ?", rice.skuId()))
                .isZero();
        assertThat(bazaar.onSale(rice)).isEqualTo(95);
    }

    @Test
    void two_nodes_never_sell_more_than_there_is_nor_a_form_twice() {
        Goods rice = goods(UNITS);
        Lanes one = new Lanes(new Till(placing, book, lines, clock, transactions), 16);
        Lanes other = new Lanes(new Till(placing, book, lines, clock, transactions), 16);
        List<Callable<Placement>> rush = new ArrayList<>();
        for (int number = 0; number < 3 * UNITS; number++) {
            PlaceOrder form = shopping.form(bazaar.member(), Map.of(rice, 1));
            rush.add(() -> one.place(form));
            rush.add(() -> other.place(form));
        }
        Collections.shuffle(rush);
        Set<Placement> placed = Bazaar.atOnce(rush).stream()
                .filter(Placement.Placed.class::isInstance)
                .collect(Collectors.toSet());
        assertThat(placed).hasSize(UNITS);
        assertThat(bazaar.onSale(rice)).isZero();
        assertThat(bazaar.number("select count(*) from orders.order_line where sku_id = ?", rice.skuId()))
                .isEqualTo(UNITS);
        assertThat(check.drift(false).skus()).isZero();
    }
}
