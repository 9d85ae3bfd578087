package terrace.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListOrderTest {
    @Test
    void a_list_offers_only_orders_it_can_keep() {
        assertThat(ListOrder.read("cheap", ListOrder.OF_CATALOG)).isEqualTo(ListOrder.CHEAP);
        assertThat(ListOrder.read("cheap", ListOrder.OF_SEVERAL)).isEqualTo(ListOrder.SOLD);
        assertThat(ListOrder.read("", ListOrder.OF_CATALOG)).isEqualTo(ListOrder.SOLD);
    }

    @Test
    void the_usual_order_needs_no_word_in_the_address() {
        var asked = CardList.Asked.of("/categories/rice", ListOrder.OF_CATALOG, "new", "abc");

        assertThat(asked.sortedBy(ListOrder.SOLD)).isEqualTo("/categories/rice");
        assertThat(asked.continuedAfter("xyz")).isEqualTo("/categories/rice?sort=new&after=xyz");
    }
}
