package terrace.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.house.OpenHouse;

/** The page of a search over HTTP, whatever stands in its address; PostgreSQL answers, no node is started. */
class SearchAddressTest {
    private final OpenHouse house = OpenHouse.enter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=%E7%BA%A2%E7%B1%B3&province=53&province=36&stock=yes&price=1000-2000&price=20-10",
                "?category=nope&merchant=nobody&pavilion=none&campaign=over",
                "?province=zz&province=99&county=999999&delivery=00&delivery=53",
                "?q=%00%07%FF&after=%00&sort=%00",
                "?after=ZGIuYWJj&sort=jin",
                "?price=-&jin=x&weight=999999999999999999-&fresh=maybe&proof=HOLY",
                "?min=9&max=3",
                "?poor=yes&poor=yes&poor=no"
            })
    void any_address_is_an_ordinary_page(String query) {
        HttpResponse<String> page = house.get("/search" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("id=\"found\"").contains("搜索服务暂时不可用");
    }

    @Test
    void ten_thousand_characters_and_five_hundred_values_are_an_ordinary_page() {
        String text = URLEncoder.encode("*:*", StandardCharsets.UTF_8).repeat(300);
        String values = "&merchant=m".repeat(300);
        assertThat(house.get("/search?q=" + text + values).statusCode()).isEqualTo(200);
        assertThat(house.get("/search/suggestions?q=" + text).statusCode()).isEqualTo(200);
    }

    @Test
    void what_nobody_knows_is_passed_over_and_what_the_database_cannot_do_is_said() {
        String body = house.get("/search?category=nope&province=53&fresh=yes").body();
        assertThat(body)
                .contains("以下筛选暂时不起作用：近一个月采收")
                .contains("href=\"/search?province=53\"")
                .doesNotContain("nope");
        assertThat(house.get("/en/search?fresh=yes").body()).contains("These filters do nothing for the moment");
    }

    @Test
    void a_chip_lifts_its_own_filter_and_no_other() {
        String body =
                house.get("/search?province=53&province=36&poor=yes&min=3").body();
        assertThat(body)
                .contains("href=\"/search?province=36&amp;poor=yes&amp;min=3\"")
                .contains("href=\"/search?province=53&amp;poor=yes&amp;min=3\"")
                .contains("href=\"/search?province=36&amp;province=53&amp;min=3\"")
                .contains("href=\"/search?province=36&amp;province=53&amp;poor=yes\"");
    }
}
