package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding goods: by keyboard alone, and by filters. */
class SearchJourney {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int HTML_GZIP_BYTES_MAX = 20 * 1024;

    private final Browser browser = OpenBrowser.browser();

    @Test
    void goods_are_found_by_keyboard_alone() {
        try (Person shopper = new Person(browser, DESKTOP, true)) {
            for (String typed : List.of("红米", "hongmi", "hm")) {
                shopper.open("/");
                shopper.find("#q").focus();
                shopper.keys(typed);
                Locator option = shopper.find("#suggest [role=option]").first();
                option.waitFor();
                assertThat(shopper.find("#q").getAttribute("aria-expanded")).isEqualTo("true");
                assertThat(shopper.find("#suggest-said").textContent()).isNotEmpty();
                assertThat(shopper.barriers()).isEmpty();
                shopper.key("ArrowDown");
                assertThat(shopper.find("#q").getAttribute("aria-activedescendant"))
                        .isEqualTo(option.getAttribute("id"));
                String chosen = option.locator("span").first().textContent();
                shopper.key("Enter");
                shopper.find("#found h1").waitFor();
                assertThat(chosen).as(typed).contains("红米");
                assertThat(shopper.find(".p-card h3 a").first().textContent()).contains("红米");
            }
            shopper.find("#q").focus();
            shopper.find("#q").fill("");
            shopper.keys("he");
            shopper.find("#suggest [role=option]").first().waitFor();
            shopper.key("Escape");
            assertThat(shopper.find("#q").getAttribute("aria-expanded")).isEqualTo("false");
        }
    }

    @Test
    void a_homophone_leads_to_what_was_meant_or_finds_it() {
        try (Person shopper = new Person(browser, PHONE, false)) {
            shopper.open("/search?q=洪米");
            Locator meant = shopper.find("a.chip:text-is('红米')");
            if (meant.count() > 0) {
                meant.first().click();
            }
            assertThat(shopper.find(".p-card h3 a").first().textContent()).contains("红米");
        }
    }

    @Test
    void filters_hold_count_right_and_are_lifted_without_script() {
        try (Person shopper = new Person(browser, PHONE, false)) {
            shopper.open("/search?q=米");
            shopper.find(".facets > summary").click();
            Locator province = group(shopper, "产地省份").locator("a");
            String first = province.nth(0).locator("span").first().textContent();
            String second = province.nth(1).locator("span").first().textContent();
            int both = number(province.nth(0)) + number(province.nth(1));
            province.nth(0).click();
            shopper.find(".facets > summary").click();
            // the province chosen hides none of the others
            group(shopper, "产地省份")
                    .locator("a:has(span:text-is('" + second + "'))")
                    .click();
            assertThat(shopper.find("#found [role=status]").first().textContent())
                    .contains(Integer.toString(both));
            assertThat(shopper.find(".chips[aria-label='已选条件'] a")
                            .allTextContents()
                            .toString())
                    .contains(first, second);
            shopper.find(".facets > summary").click();
            Locator stock = shopper.find(".facets a:has(span:text-is('有货'))");
            int inStock = number(stock);
            stock.click();
            assertThat(shopper.find("#found [role=status]").first().textContent())
                    .contains(Integer.toString(inStock));
            shopper.follow("text=清除全部条件");
            assertThat(shopper.address()).doesNotContain("province").doesNotContain("stock");
            assertThat(shopper.overflows()).isFalse();
        }
    }

    @Test
    void only_the_results_change_and_the_way_back_works() {
        try (Person shopper = new Person(browser, DESKTOP, true)) {
            shopper.open("/search?q=米");
            shopper.mark();
            group(shopper, "产地省份").locator("a").first().click();
            shopper.find(".chips[aria-label='已选条件'] a").first().waitFor();
            assertThat(shopper.isMarked()).as("the page was not loaded anew").isTrue();
            assertThat(shopper.address()).contains("province=");
            assertThat(shopper.barriers()).isEmpty();
            assertThat(shopper.weight(shopper.address().replace(OpenMarket.address(), "")))
                    .isLessThanOrEqualTo(HTML_GZIP_BYTES_MAX);
            shopper.back();
            shopper.find(".chips[aria-label='已选条件']")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(shopper.address()).doesNotContain("province=");
            assertThat(shopper.find("#q").getAttribute("role")).isEqualTo("combobox");
        }
    }

    @Test
    void nothing_found_says_which_filter_to_lift() {
        try (Person shopper = new Person(browser, PHONE, true)) {
            shopper.open("/search?q=红米&price=0-1&province=53");
            assertThat(shopper.barriers()).isEmpty();
            Locator lift = shopper.find("main .card .chip").first();
            String promised = lift.textContent().replaceAll(".*?(\\d+)\\D*$", "$1");
            lift.click();
            shopper.find(".p-card").first().waitFor();
            assertThat(shopper.find("#found [role=status]").first().textContent())
                    .contains(promised);
        }
    }

    private static Locator group(Person shopper, String title) {
        return shopper.find(".facets > details:has(> summary:text-is('" + title + "'))");
    }

    private static int number(Locator link) {
        return Integer.parseInt(
                link.first().locator("span").last().textContent().strip());
    }
}
