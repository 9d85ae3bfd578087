package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listing;
import terrace.search.Cluster;
import terrace.search.GoodsForSearch;
import terrace.search.filters.Facet;
import terrace.search.filters.FacetCount;
import terrace.search.filters.Facets;
import terrace.search.suggest.Meanings;
import terrace.search.suggest.Suggestion;
import terrace.search.suggest.Suggestion.Kind;
import terrace.search.suggest.Suggestions;

@Tag(Cluster.CONTRACT)
@MicronautTest(transactional = false)
// a busy build machine is no reason to ask PostgreSQL
@Property(name = "terrace.search.query-time-max", value = "20s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingSearchTest {
    @Inject
    ListingSearch search;

    @Inject
    Suggestions suggestions;

    @Inject
    Meanings meanings;

    @Inject
    GoodsForSearch goods;

    private Listing redRice;
    private Listing orange;
    private Listing fungus;
    private Listing vegetable;

    @BeforeAll
    void stock() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        Category food = goods.category("food", "食品", "Food");
        Category grain = goods.below(food, "grain", "粮油", "Grain and oil");
        Category fruit = goods.below(food, "fruit", "水果", "Fruit");
        redRice = goods.publish(grain, "哈尼红米 梯田老品种 5斤装", GoodsForSearch.RED_RIVER, 6_250);
        goods.publish(grain, "真空小袋红豆", GoodsForSearch.RED_RIVER, 1_500);
        orange = goods.publish(fruit, "正宗赣南脐橙 10斤", GoodsForSearch.ANYUAN, 4_900);
        fungus = goods.publish(food, "小兴安岭黑木耳干货250g", GoodsForSearch.SHOUGUANG, 3_900);
        vegetable = goods.publish(food, "NFC山东蘋果汁", GoodsForSearch.SHOUGUANG, 900);
        for (int i = 0; i < 25; i++) {
            goods.publish(fruit, "洛川糖心苹果 第" + (char) ('甲' + i) + "箱", GoodsForSearch.ANYUAN, 5_000 + i);
        }
        goods.receive(redRice, 40);
        goods.settle();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "红米",
                "哈尼红米",
                "hongmi",
                "hm",
                "HongMi",
                "haniho",
                "hnhm",
                "哈尼 红米",
                "红米5斤",
                "红米 5斤装",
                "hong mi",
                "紅米",
                "红河县",
                "红河",
                "云南 红米",
                "梯田老品",
                "Grain 红米"
            })
    void red_rice_is_found_by_whatever_a_shopper_types(String typed) {
        Results results = search.search(SearchRequest.of(typed, 20));
        assertThat(results.source()).isEqualTo(Source.INDEX);
        assertThat(ids(results)).contains(redRice.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"木耳", "黑木耳", "muer", "hme", "耳", "兴安岭 木耳", "黑木耳250g"})
    void a_word_inside_a_longer_word_is_found(String typed) {
        assertThat(ids(search.search(SearchRequest.of(typed, 20)))).contains(fungus.id());
    }

    @Test
    void titles_are_found_in_any_spelling() {
        assertThat(ids(search.search(SearchRequest.of("苹果汁", 20)))).first().isEqualTo(vegetable.id());
        assertThat(ids(search.search(SearchRequest.of("ｎｆｃ", 20)))).containsExactly(vegetable.id());
    }

    @Test
    void what_holds_all_the_words_stands_before_what_holds_some() {
        assertThat(ids(search.search(SearchRequest.of("正宗赣南脐橙", 20)))).first().isEqualTo(orange.id());
        assertThat(ids(search.search(SearchRequest.of("红米", 20)))).first().isEqualTo(redRice.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "title:红米 OR *",
                "((((((",
                "[1 TO 2}",
                "\"红米",
                "红米~2^9",
                "{\"match_all\":{}}",
                "\\",
                "红米\u0000\u0007",
                "'; drop table search.generation; --",
                "\uD83C\uDF4E\uD83C\uDF4A",
                "<script>alert(1)</script>",
                "%_%",
                "-红米 +*"
            })
    void hostile_text_is_only_text(String typed) {
        Results results = search.search(SearchRequest.of(typed, 20));
        assertThat(results.source()).isEqualTo(Source.INDEX);
        assertThat(results.total()).isLessThan(5);
    }

    @Test
    void ten_thousand_characters_are_cut_and_answered() {
        for (String piece : List.of("红米", "a", "*", "a ", "\uD83C\uDF4E", "\u0000")) {
            Results results = search.search(SearchRequest.of(piece.repeat(10_000 / piece.length()), 20));
            assertThat(results.source()).isEqualTo(Source.INDEX);
            assertThat(results.understood()
                            .codePointCount(0, results.understood().length()))
                    .isLessThanOrEqualTo(SearchRequest.SEARCH_TEXT_MAX);
        }
    }

    @Test
    void a_title_comes_in_spans_and_the_words_asked_for_are_marked() {
        Hit hit = search.search(SearchRequest.of("红米", 20)).hits().getFirst();
        assertThat(hit.title()).contains(new TitleSpan("红米", true));
        assertThat(String.join("", hit.title().stream().map(TitleSpan::text).toList()))
                .isEqualTo(redRice.title());
        assertThat(hit.card().priceFen()).isEqualTo(6_250);
        assertThat(hit.card().inStock()).isTrue();
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(found(asked("").province("53"))).hasSize(2).contains(redRice.id());
        assertThat(found(asked("").county(GoodsForSearch.SHOUGUANG)))
                .containsExactlyInAnyOrder(fungus.id(), vegetable.id());
        assertThat(found(asked("").category("grain"))).hasSize(2);
        assertThat(found(asked("").category("food"))).hasSize(30);
        assertThat(found(asked("").poor())).hasSize(28).doesNotContain(fungus.id());
        assertThat(found(asked("").with(Facet.PRICE, "3900-4901"))).containsExactlyInAnyOrder(fungus.id(), orange.id());
        assertThat(found(asked("").inStock())).containsExactly(redRice.id());
        assertThat(found(asked("红米").province("36"))).isEmpty();
    }

    @Test
    void a_facet_counts_what_its_own_filter_hides_and_respects_the_others() {
        Facets all = search.search(asked("").request()).facets();
        assertThat(all.of(Facet.PROVINCE))
                .containsExactly(new FacetCount("36", 26), new FacetCount("37", 2), new FacetCount("53", 2));
        assertThat(all.of(Facet.CATEGORY))
                .contains(new FacetCount("food", 30), new FacetCount("fruit", 26), new FacetCount("grain", 2));
        assertThat(all.count(Facet.POOR, Facet.ON)).isEqualTo(28);
        assertThat(all.of(Facet.COUNTY)).isEmpty();
        assertThat(all.of(Facet.PRICE))
                .hasSize(6)
                .contains(new FacetCount("0-1000", 1), new FacetCount("1000-2000", 1));

        Facets chosen = search.search(asked("").province("53").category("grain").request())
                .facets();
        assertThat(chosen.of(Facet.PROVINCE)).containsExactly(new FacetCount("53", 2));
        assertThat(chosen.of(Facet.COUNTY)).containsExactly(new FacetCount(GoodsForSearch.RED_RIVER, 2));
        assertThat(chosen.of(Facet.CATEGORY))
                .containsExactlyInAnyOrder(new FacetCount("food", 2), new FacetCount("grain", 2));
        assertThat(search.search(asked("").province("53").request()).facets().of(Facet.PROVINCE))
                .hasSize(3);
        assertThat(search.search(asked("").poor().province("37").request())
                        .facets()
                        .count(Facet.POOR, Facet.ON))
                .isZero();
    }

    @Test
    void every_hit_is_on_exactly_one_page() {
        for (Sort sort : Sort.values()) {
            List<UUID> seen = new ArrayList<>();
            String after = null;
            do {
                Results page = search.search(
                        asked("苹果").sort(sort).pagesOf(10).after(after).request());
                seen.addAll(ids(page));
                after = page.nextAfter();
            } while (after != null);
            assertThat(seen).as(sort.name()).hasSize(26).doesNotHaveDuplicates();
        }
    }

    @Test
    void goods_are_sorted_by_price() {
        assertThat(prices(asked("").sort(Sort.PRICE_ASCENDING))).isSorted().startsWith(900L, 1_500L);
        assertThat(prices(asked("").sort(Sort.PRICE_DESCENDING))).startsWith(6_250L);
    }

    @Test
    void suggestions_come_from_the_first_character_on() throws InterruptedException {
        for (String typed : List.of("红", "红米", "hongm", "hm", "h")) {
            assertThat(suggested(typed)).as(typed).contains(new Suggestion("红米", Kind.WORD, "红米"));
        }
        assertThat(suggested("红河")).contains(new Suggestion("红河县", Kind.COUNTY, GoodsForSearch.RED_RIVER));
        assertThat(suggested("shuig")).contains(new Suggestion("水果", Kind.CATEGORY, "fruit"));
        assertThat(suggested("fru")).contains(new Suggestion("水果", Kind.CATEGORY, "fruit"));
        assertThat(suggested("*:*")).isEmpty();
        assertThat(suggested("")).isEmpty();
    }

    @Test
    void what_sounds_or_looks_nearly_the_same_was_meant() throws InterruptedException {
        suggested("红米");
        assertThat(meanings.of("平果")).contains("苹果");
        assertThat(meanings.of("洪米")).contains("红米");
        assertThat(meanings.of("pinguo")).contains("苹果");
        assertThat(meanings.of("黑本耳")).contains("黑木耳");
        assertThat(meanings.of("*:*")).isEmpty();
        assertThat(meanings.of("米".repeat(10_000))).isEmpty();
        assertThat(meanings.of("量子计算机")).isEmpty();
    }

    @Test
    void related_texts_narrow_and_find_something() {
        Results results = search.search(SearchRequest.of("苹果", 20));
        assertThat(results.related()).contains("苹果 洛川").hasSizeLessThanOrEqualTo(6);
        for (String related : results.related()) {
            assertThat(search.search(SearchRequest.of(related, 1)).total())
                    .as(related)
                    .isPositive();
        }
        assertThat(search.search(SearchRequest.of("", 20)).related()).isEmpty();
    }

    private List<Suggestion> suggested(String typed) throws InterruptedException {
        for (int i = 0; i < 100 && suggestions.suggest("红米").isEmpty(); i++) {
            Thread.sleep(100);
        }
        return suggestions.suggest(typed);
    }

    @Test
    void what_is_sold_by_the_piece_comes_last_by_price_by_weight_on_whichever_page() {
        Listing hoe = goods.publishByThePiece("铁打锄头", 100);
        Listing spade = goods.publishByThePiece("铁打铁锹", 50);
        Listing tea = goods.publish(goods.category("tea", "茶", "Tea"), "铁打茶饼", GoodsForSearch.ANYUAN, 99_000);
        goods.settle();
        try {
            Asked byJin = asked("铁打").sort(Sort.UNIT_PRICE).pagesOf(1);
            assertThat(byJin.onEveryPage(search)).containsExactly(tea.id(), hoe.id(), spade.id());
            assertThat(byJin.with(Facet.JIN, "0-").onEveryPage(search)).containsExactly(tea.id());
        } finally {
            goods.withdraw(hoe, spade, tea);
        }
    }

    private List<UUID> found(Asked asked) {
        return ids(search.search(asked.request()));
    }

    private List<Long> prices(Asked asked) {
        return search.search(asked.request()).hits().stream()
                .map(hit -> hit.card().priceFen())
                .toList();
    }

    private static Asked asked(String text) {
        return new Asked(text);
    }

    private static List<UUID> ids(Results results) {
        return results.hits().stream().map(hit -> hit.card().id()).toList();
    }
}
