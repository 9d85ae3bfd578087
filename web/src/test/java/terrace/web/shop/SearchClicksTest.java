package terrace.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchClicksTest {
    private static final String HOST = "terrace.example:8080";

    @Test
    void only_a_search_of_ours_is_a_search() {
        assertThat(SearchClicks.searched("http://terrace.example:8080/search?q=%E7%BA%A2%E7%B1%B3&stock=yes", HOST))
                .contains("红米");
        assertThat(SearchClicks.searched("http://terrace.example:8080/en/search?province=53&q=rice", HOST))
                .contains("rice");
        assertThat(SearchClicks.searched("http://terrace.example:8080/search", HOST))
                .isEmpty();
        assertThat(SearchClicks.searched("http://terrace.example:8080/search?after=q%3D", HOST))
                .isEmpty();
        assertThat(SearchClicks.searched("http://elsewhere.example/search?q=rice", HOST))
                .isEmpty();
        assertThat(SearchClicks.searched("http://terrace.example:8080/categories/fruit?q=rice", HOST))
                .isEmpty();
        assertThat(SearchClicks.searched("not an address %", HOST)).isEmpty();
        assertThat(SearchClicks.searched("http://terrace.example:8080/search?q=%zz", HOST))
                .isEmpty();
        assertThat(SearchClicks.searched(null, HOST)).isEmpty();
        assertThat(SearchClicks.searched("http://terrace.example:8080/search?q=rice", null))
                .isEmpty();
    }
}
