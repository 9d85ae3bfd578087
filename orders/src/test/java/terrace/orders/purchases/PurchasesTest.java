package terrace.orders.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;

@MicronautTest(transactional = false)
class PurchasesTest {
    @Inject
    Purchases purchases;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
    }

    @Test
    void what_somebody_else_bought_is_not_there() {
        Order order = shopping.order(member, rice);
        Member stranger = bazaar.member();
        UUID otherMerchant = bazaar.merchant();
        assertThat(purchases.ofMember(member.id(), order.purchaseId())).isPresent();
        assertThat(purchases.orderOfMember(member.id(), order.number())).isPresent();
        assertThat(purchases.orderOfMerchant(merchant, order.number())).isPresent();

        assertThat(purchases.ofMember(stranger.id(), order.purchaseId())).isEmpty();
        assertThat(purchases.orderOfMember(stranger.id(), order.number())).isEmpty();
        assertThat(purchases.orderOfMember(merchant, order.number())).isEmpty();
        assertThat(purchases.orderOfMerchant(otherMerchant, order.number())).isEmpty();
        assertThat(purchases.orderOfMerchant(member.id(), order.number())).isEmpty();
        assertThat(purchases.cancel(stranger.id(), order.purchaseId())).isEmpty();
        assertThat(purchases.ordersOfMember(stranger.id(), null, null, 10).orders())
                .isEmpty();
        assertThat(purchases
                        .ordersOfMember(stranger.id(), null, order.number(), 10)
                        .orders())
                .isEmpty();
        assertThat(purchases.ordersOfMerchant(otherMerchant, List.of(order.number())))
                .isEmpty();
        assertThat(purchases.countsOfMember(stranger.id())).isEmpty();
    }

    @Test
    void several_purchases_are_read_each_for_the_member_named() {
        Order mine = shopping.order(member, rice);
        Order other = shopping.order(bazaar.member(), rice);
        assertThat(purchases.ofMembers(Map.of(mine.purchaseId(), member.id(), other.purchaseId(), member.id())))
                .containsOnly(Map.entry(
                        mine.purchaseId(),
                        purchases.ofMember(member.id(), mine.purchaseId()).orElseThrow()));
        assertThat(purchases.ofMembers(Map.of())).isEmpty();
    }

    @Test
    void a_bank_is_told_what_is_paid_for_by_the_numbers_a_buyer_knows() {
        Order order = shopping.order(member, rice);
        assertThat(purchases.lock(order.purchaseId()).orElseThrow().description())
                .isEqualTo("梯田订单 " + order.number());
    }

    @Test
    void a_line_keeps_what_was_promised() {
        Order order = shopping.order(member, rice);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.skuId()).isEqualTo(rice.skuId());
            assertThat(line.listingId()).isEqualTo(rice.listingId());
            assertThat(line.title()).isEqualTo("哈尼红米");
            assertThat(line.skuName()).isEqualTo("第1袋");
            assertThat(line.grams()).isEqualTo(500);
            assertThat(line.countyCode()).isEqualTo("532529");
            assertThat(line.motif()).isEqualTo("rice-sack");
            assertThat(line.vatKind()).isEqualTo("EXEMPT_OWN_GROWN");
            assertThat(line.lots()).isEmpty();
            assertThat(line.priceFen()).isEqualTo(1_250);
            assertThat(line.amountFen()).isEqualTo(1_250);
        });
    }

    @Test
    void slices_show_every_order_once_newest_first_and_tabs_count_them() {
        List<String> numbers = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            numbers.addFirst(shopping.order(member, rice).number());
        }
        UUID unpaid = shopping.place(member, Map.of(rice, 1));
        numbers.addFirst(purchases
                .ofMember(member.id(), unpaid)
                .orElseThrow()
                .orders()
                .getFirst()
                .number());
        assertThat(all(null, 2)).containsExactlyElementsOf(numbers);
        assertThat(all(null, 6)).containsExactlyElementsOf(numbers);
        assertThat(all(OrderState.TO_SHIP, 3)).containsExactlyElementsOf(numbers.subList(1, 6));
        assertThat(all(OrderState.ACCEPTED, 3)).isEmpty();
        Map<OrderState, Long> counts = Map.of(OrderState.AWAITING_PAYMENT, 1L, OrderState.TO_SHIP, 5L);
        assertThat(purchases.countsOfMember(member.id())).isEqualTo(counts);
        assertThat(purchases.ordersOfMerchant(merchant, numbers))
                .extracting(Order::number)
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void a_merchant_learns_who_buys_once_there_is_something_to_send() {
        UUID id = shopping.place(member, Map.of(rice, 1));
        Order unpaid =
                purchases.ofMember(member.id(), id).orElseThrow().orders().getFirst();
        assertThat(unpaid.deliverTo().recipient()).isEqualTo(Bazaar.RECIPIENT);
        assertThat(purchases
                        .orderOfMerchant(merchant, unpaid.number())
                        .orElseThrow()
                        .deliverTo())
                .isEqualTo(new DeliveryAddress("", "", Bazaar.BEIJING, ""));
        shopping.pay(id, Ids.next());
        assertThat(purchases
                        .orderOfMerchant(merchant, unpaid.number())
                        .orElseThrow()
                        .deliverTo())
                .isEqualTo(new DeliveryAddress(Bazaar.RECIPIENT, Bazaar.PHONE, Bazaar.BEIJING, Bazaar.STREET));
    }

    @Test
    void personal_data_is_sealed_in_the_table_and_left_out_of_texts() {
        UUID id = shopping.place(member, Map.of(rice, 1));
        for (String secret : List.of(Bazaar.RECIPIENT, Bazaar.PHONE, Bazaar.STREET)) {
            assertThat(bazaar.number(
                            "select count(*) from orders.purchase p where id = ? and position(? in p::text) > 0"
                                    + " or position(convert_to(?, 'UTF8') in recipient_sealed || phone_sealed"
                                    + " || street_sealed) > 0",
                            id,
                            secret,
                            secret))
                    .isZero();
            assertThat(purchases.ofMember(member.id(), id).orElseThrow().toString())
                    .doesNotContain(secret);
        }
    }

    private List<String> all(@Nullable OrderState state, int limit) {
        List<String> numbers = new ArrayList<>();
        String after = null;
        do {
            OrderSlice slice = purchases.ordersOfMember(member.id(), state, after, limit);
            slice.orders().forEach(order -> numbers.add(order.number()));
            assertThat(slice.orders())
                    .hasSizeLessThanOrEqualTo(limit)
                    .allSatisfy(order -> assertThat(order.lines()).isNotEmpty());
            after = slice.nextAfter();
        } while (after != null);
        return numbers;
    }
}
