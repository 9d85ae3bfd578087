package terrace.web.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.catalog.media.Motif;
import terrace.marketplace.merchants.Merchant;
import terrace.web.demo.plan.Facts.CategoryFact;
import terrace.web.demo.plan.Facts.Speciality;

class FactsTest {
    /** Drinks and medicines have classes of their own. */
    private static final Set<String> GROUPLESS =
            Set.of("fruit-juice", "angelica", "astragalus", "gastrodia", "dendrobium", "ginseng");

    private final Facts facts = Facts.load();
    private final Map<String, String> divisions = Divisions.names();

    @Test
    void parents_stand_before_their_children_and_the_tree_is_three_deep() {
        Set<String> seen = new HashSet<>();
        for (CategoryFact category : facts.categories()) {
            assertThat(category.slug()).matches("[a-z]+(-[a-z]+)*");
            assertThat(category.parent() == null || seen.contains(category.parent()))
                    .as(category.slug())
                    .isTrue();
            assertThat(seen.add(category.slug())).as(category.slug()).isTrue();
        }
        assertThat(facts.categories().stream().filter(category -> category.parent() == null))
                .hasSizeBetween(8, 12);
    }

    @Test
    void every_category_is_in_a_group_that_exists_unless_its_goods_are_in_several() throws IOException {
        Set<String> parents =
                facts.categories().stream().map(CategoryFact::parent).collect(Collectors.toSet());
        List<String> known = groups();
        assertThat(known).hasSize(46).doesNotHaveDuplicates();
        for (CategoryFact category : facts.categories()) {
            if (category.group() != null) {
                assertThat(known).as(category.slug()).contains(category.group());
            } else if (!parents.contains(category.slug())) {
                assertThat(GROUPLESS).contains(category.slug());
            }
        }
    }

    private static List<String> groups() throws IOException {
        try (InputStream in = Objects.requireNonNull(Category.class.getResourceAsStream("/categories/groups.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
        }
    }

    @Test
    void goods_hang_on_leaves_of_the_tree() {
        Set<String> parents =
                facts.categories().stream().map(CategoryFact::parent).collect(Collectors.toSet());
        Set<String> slugs = facts.categories().stream().map(CategoryFact::slug).collect(Collectors.toSet());
        assertThat(slugs).containsAll(facts.goods().keySet());
        assertThat(facts.goods().keySet()).doesNotContainAnyElementsOf(parents);
        facts.goods()
                .values()
                .forEach(goods -> assertThat(Motif.byCode(goods.motif()))
                        .as(goods.motif())
                        .isPresent());
    }

    @Test
    void what_goes_down_hangs_on_leaves_that_go_down_and_has_a_picture() {
        Set<String> parents =
                facts.categories().stream().map(CategoryFact::parent).collect(Collectors.toSet());
        Map<String, String> roots = facts.roots();
        List<PlannedListing> supplies = Supplies.planned();
        assertThat(supplies).extracting(PlannedListing::id).doesNotHaveDuplicates();
        for (PlannedListing supply : supplies) {
            String category = supply.goods().category();
            assertThat(roots).containsKey(category);
            assertThat(parents).doesNotContain(category);
            assertThat(category.equals("crop-seed") || "supplies".equals(roots.get(category)))
                    .as(category)
                    .isTrue();
            assertThat(Motif.byCode(supply.goods().motif())).isPresent();
            assertThat(divisions).containsKey(supply.county());
            assertThat(supply.skus()).isNotEmpty();
        }
        assertThat(roots.keySet()).containsAll(Facts.directions().keySet());
    }

    @Test
    void every_county_is_in_the_table_of_divisions_under_that_name() {
        assertThat(facts.counties()).hasSizeGreaterThanOrEqualTo(70);
        assertThat(facts.counties().keySet().stream().map(code -> code.substring(0, 2)))
                .satisfies(provinces -> assertThat(Set.copyOf(provinces)).hasSizeGreaterThanOrEqualTo(25));
        facts.counties()
                .forEach((code, county) -> assertThat(divisions.get(code))
                        .as(code)
                        .startsWith(county.name().substring(0, 1))
                        .endsWith(county.name().substring(county.name().length() - 1)));
        facts.buyers().forEach(buyer -> assertThat(divisions).containsKey(buyer.county()));
        facts.houses().stream()
                .map(Facts.House::province)
                .filter(province -> province != null)
                .forEach(province -> assertThat(divisions).containsKey(province));
    }

    @Test
    void specialities_name_known_counties_and_goods_and_months() {
        for (Speciality speciality : facts.specialities()) {
            assertThat(facts.counties()).containsKey(speciality.county());
            assertThat(facts.goods()).containsKey(speciality.category());
            assertThat(speciality.season()).matches("all|(1[0-2]|[1-9])(-(1[0-2]|[1-9]))?");
            assertThat(speciality.low()).isPositive().isLessThan(speciality.high());
        }
    }

    @Test
    void merchants_are_many_and_told_apart_by_code_and_name() {
        List<Facts.Seller> sellers = facts.sellers();
        assertThat(sellers).hasSizeGreaterThanOrEqualTo(120);
        assertThat(sellers.stream().map(Facts.Seller::code)).doesNotHaveDuplicates();
        assertThat(sellers.stream().map(Facts.Seller::name)).doesNotHaveDuplicates();
        assertThat(sellers.stream().map(Facts.Seller::county).distinct()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(sellers.stream().map(Facts.Seller::kind)).contains(Merchant.Kind.HOUSEHOLD);
        assertThat(facts.counties().keySet())
                .containsAll(sellers.stream().map(Facts.Seller::county).toList());
    }

    @Test
    void pavilions_are_owned_by_partners_that_exist() {
        List<String> partners =
                facts.partners().stream().map(Facts.PartnerFact::code).toList();
        facts.houses().forEach(house -> assertThat(partners).containsAll(house.partners()));
        assertThat(facts.houses().stream().map(Facts.House::code)).doesNotHaveDuplicates();
        assertThat(facts.buyers()).hasSize(40);
    }
}
