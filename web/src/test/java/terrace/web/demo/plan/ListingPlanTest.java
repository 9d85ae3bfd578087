package terrace.web.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import terrace.web.demo.plan.Facts.Speciality;
import terrace.web.demo.plan.PlannedListing.PlannedSku;

@Execution(ExecutionMode.CONCURRENT)
class ListingPlanTest {

    private static final String BOAST = ".*(第一|国家级|疗效|治疗|最好|顶级|特效|功效).*";

    private final Facts facts = Facts.load();
    private final List<PlannedListing> planned = ListingPlan.ofFacts(facts).planned();

    @Test
    void every_merchant_has_something_to_sell_and_all_titles_differ() {
        assertThat(planned).hasSizeGreaterThanOrEqualTo(600);
        assertThat(planned.stream().map(PlannedListing::title)).doesNotHaveDuplicates();
        assertThat(planned.stream().map(PlannedListing::id)).doesNotHaveDuplicates();
        assertThat(planned.stream().map(listing -> listing.seller().code()).distinct())
                .hasSize(facts.sellers().size());
        assertThat(planned.stream().flatMap(listing -> listing.skus().stream()).map(PlannedSku::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void prices_by_weight_stay_near_the_range_of_the_speciality() {
        Map<String, List<Speciality>> byCounty =
                facts.specialities().stream().collect(Collectors.groupingBy(Speciality::county));
        for (PlannedListing listing : planned) {
            Speciality speciality = byCounty.getOrDefault(listing.county(), List.of()).stream()
                    .filter(known -> listing.title().contains(known.product() + " "))
                    .max((a, b) -> a.product().length() - b.product().length())
                    .orElseThrow();
            for (PlannedSku sku : listing.skus()) {
                assertThat(sku.priceFen() * 500 / sku.grams())
                        .as(listing.title())
                        .isBetween(speciality.low() * 94L / 100, speciality.high() * 106L / 100);
            }
        }
    }

    @Test
    void listings_have_one_to_three_sizes_and_an_honest_story() {
        for (PlannedListing listing : planned) {
            assertThat(listing.skus()).hasSizeBetween(1, 3);
            assertThat(listing.story()).doesNotMatch(BOAST).hasSizeBetween(40, 300);
            assertThat(listing.title()).doesNotMatch(BOAST).hasSizeLessThanOrEqualTo(60);
            assertThat(listing.story().chars().filter(c -> c == '。').count()).isBetween(2L, 4L);
        }
    }

    @Test
    void the_same_plan_comes_out_every_time() {
        assertThat(ListingPlan.ofFacts(Facts.load()).planned()).isEqualTo(planned);
    }

    @Test
    void a_grown_market_has_as_many_listings_as_were_wanted_in_all_poor_counties() {
        List<PlannedListing> grown = GrownMarket.plan(facts, Divisions.poorCounties(), 90_000);
        assertThat(grown).hasSize(90_000).startsWith(planned.toArray(PlannedListing[]::new));
        assertThat(grown.stream().map(PlannedListing::title).distinct().count()).isEqualTo(90_000);
        assertThat(grown.stream().collect(Collectors.toMap(PlannedListing::id, Function.identity())))
                .hasSize(90_000);
        assertThat(grown.stream()
                        .map(listing -> listing.seller().code())
                        .distinct()
                        .count())
                .isBetween(3_900L, 4_400L);
        assertThat(grown.stream().map(PlannedListing::county).distinct().count())
                .isGreaterThanOrEqualTo(832);
    }
}
