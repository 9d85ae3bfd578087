package terrace.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import terrace.web.search.SearchQuery.Part;
import terrace.web.shop.ListOrder;

class SearchQueryTest {
    @Test
    void an_address_is_read_and_written_the_same() {
        SearchQuery query = read(Map.of("q", " 红米 ", "province", "53", "county", "532529", "min", "10", "sort", "jin"));

        assertThat(query.path()).isEqualTo("/search?q=%E7%BA%A2%E7%B1%B3&province=53&county=532529&min=10&sort=jin");
        assertThat(query.order()).isEqualTo(ListOrder.JIN);
        assertThat(query.request(24).minFen()).isEqualTo(1_000L);
    }

    @Test
    void nonsense_is_left_out() {
        SearchQuery query = read(Map.of("min", "-3", "max", "lots", "province", "5", "poor", "maybe", "sort", "magic"));

        assertThat(query.filtered()).isFalse();
        assertThat(query.order()).isEqualTo(ListOrder.FIT);
        assertThat(query.request(24).maxFen()).isNull();
    }

    @Test
    void a_county_goes_with_its_province() {
        assertThat(read(Map.of("province", "36", "county", "532529")).has(Part.COUNTY))
                .isFalse();
        SearchQuery query = read(Map.of("province", "53", "county", "532529"));
        assertThat(query.with(Part.PROVINCE, "36").path()).isEqualTo("/search?province=36");
        assertThat(query.without(Part.COUNTY).path()).isEqualTo("/search?province=53");
    }

    @Test
    void another_filter_leads_back_to_page_one() {
        SearchQuery query = read(Map.of("q", "茶", "after", "abc"));

        assertThat(query.with(Part.CATEGORY, "tea").has(Part.AFTER)).isFalse();
        assertThat(query.onlyText().path()).isEqualTo("/search?q=%E8%8C%B6");
    }

    private static SearchQuery read(Map<String, String> parameters) {
        return SearchQuery.read(parameters::get);
    }
}
