package terrace.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import terrace.search.filters.Band;
import terrace.search.filters.Facet;
import terrace.web.shop.ListOrder;

class SearchQueryTest {
    @Test
    void an_address_is_read_and_written_the_same() {
        String path = "/search?q=%E7%BA%A2%E7%B1%B3&province=53&county=532529&min=10&sort=jin";
        SearchQuery query = read(Map.of(
                "q",
                List.of(" 红米 "),
                "province",
                List.of("53"),
                "county",
                List.of("532529"),
                "min",
                List.of("10"),
                "sort",
                List.of("jin")));

        assertThat(query.path()).isEqualTo(path);
        assertThat(query.order()).isEqualTo(ListOrder.JIN);
        assertThat(query.request("", 24).chosen().bands(Facet.PRICE))
                .extracting(Band::from)
                .containsExactly(1_000L);
    }

    @Test
    void the_same_choices_have_one_address_whatever_their_order() {
        SearchQuery one = read(Map.of("province", List.of("53", "36", "53"), "stock", List.of("yes")));

        assertThat(one.path()).isEqualTo("/search?province=36&province=53&stock=yes");
        assertThat(read(Map.of("stock", List.of("yes"), "province", List.of("36", "53"))))
                .isEqualTo(one);
    }

    @Test
    void nonsense_is_left_out() {
        SearchQuery query = read(Map.of(
                "min", List.of("-3"),
                "max", List.of("lots"),
                "province", List.of("5", "<b>"),
                "poor", List.of("maybe"),
                "price", List.of("20-10", "x", "1-99999999999999"),
                "proof", List.of("SAINTLY"),
                "category", List.of("a b", "\u0000", "x".repeat(9_999)),
                "sort", List.of("magic")));

        assertThat(query.filtered()).isFalse();
        assertThat(query.order()).isEqualTo(ListOrder.FIT);
        assertThat(query.path()).isEqualTo("/search");
    }

    @Test
    void more_values_than_anybody_ticks_are_cut_off() {
        List<String> many =
                java.util.stream.IntStream.range(0, 500).mapToObj(i -> "m" + i).toList();
        assertThat(read(Map.of("merchant", many)).chosen().of(Facet.MERCHANT)).hasSize(10);
    }

    @Test
    void a_county_goes_with_its_province() {
        SearchQuery both = read(Map.of("province", List.of("36"), "county", List.of("532529")));
        assertThat(both.path()).isEqualTo("/search?province=36&province=53&county=532529");
        assertThat(both.turned(Facet.PROVINCE, "53").path()).isEqualTo("/search?province=36");
        assertThat(both.turned(Facet.COUNTY, "532529").path()).isEqualTo("/search?province=36&province=53");
        assertThat(both.without(Facet.PROVINCE).path()).isEqualTo("/search");
    }

    @Test
    void a_choice_is_set_and_lifted_and_leads_back_to_page_one() {
        SearchQuery query = read(Map.of("q", List.of("茶"), "after", List.of("abc")));
        SearchQuery tea = query.turned(Facet.CATEGORY, "tea");

        assertThat(tea.after()).isEmpty();
        assertThat(tea.turned(Facet.CATEGORY, "fruit").path())
                .isEqualTo("/search?q=%E8%8C%B6&category=fruit&category=tea");
        assertThat(tea.turned(Facet.CATEGORY, "tea").path()).isEqualTo("/search?q=%E8%8C%B6");
        assertThat(query.onlyText().path()).isEqualTo("/search?q=%E8%8C%B6");
    }

    private static SearchQuery read(Map<String, List<String>> parameters) {
        Function<String, List<String>> reading = name -> parameters.getOrDefault(name, List.of());
        return SearchQuery.read(reading);
    }
}
