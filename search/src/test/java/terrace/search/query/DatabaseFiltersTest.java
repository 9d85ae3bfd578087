package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listing;
import terrace.marketplace.ids.Ids;
import terrace.search.GoodsForSearch;
import terrace.search.filters.Facet;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.NewRule;
import terrace.search.merchandising.Rule.Kind;

/** Without a node: what PostgreSQL narrows by, and what it owns up to. */
@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFiltersTest {
    /** Nobody else's word, so that goods of other tests are not found. */
    private static final String WORD = "垚" + UUID.randomUUID().toString().substring(0, 4);

    @Inject
    ListingSearch search;

    @Inject
    Merchandising merchandising;

    @Inject
    GoodsForSearch goods;

    private Listing rice;
    private Listing orange;
    private Listing tomato;

    @BeforeAll
    void stock() {
        Category food = goods.category("food", "食品", "Food");
        Category grain = goods.below(food, "grain", "粮油", "Grain and oil");
        Category fruit = goods.below(food, "fruit", "水果", "Fruit");
        rice = goods.publish(grain, WORD + "红米", GoodsForSearch.RED_RIVER, 6_250);
        orange = goods.publish(fruit, WORD + "脐橙", GoodsForSearch.ANYUAN, 4_900);
        tomato = goods.publish(fruit, WORD + "番茄", GoodsForSearch.SHOUGUANG, 900);
        goods.receive(rice, 5);
    }

    @Test
    void what_the_catalogue_knows_narrows_whole_lists() {
        assertThat(found(asked())).hasSize(3);
        assertThat(found(asked().category("fruit"))).containsExactlyInAnyOrder(orange.id(), tomato.id());
        assertThat(found(asked().category("fruit").category("grain"))).hasSize(3);
        assertThat(found(asked().category("nothing"))).isEmpty();
        assertThat(found(asked().province("53").province("36"))).containsExactlyInAnyOrder(rice.id(), orange.id());
        assertThat(found(asked().province("53").county("530102"))).isEmpty();
        assertThat(found(asked().county(GoodsForSearch.ANYUAN))).containsExactly(orange.id());
        assertThat(found(asked().poor())).doesNotContain(tomato.id()).hasSize(2);
        assertThat(found(asked().inStock())).containsExactly(rice.id());
        assertThat(found(asked().with(Facet.PRICE, "0-1000").with(Facet.PRICE, "6000-")))
                .containsExactlyInAnyOrder(rice.id(), tomato.id());
        assertThat(found(asked().with(Facet.JIN, "1000-2000"))).containsExactly(rice.id());
        assertThat(found(asked().with(Facet.WEIGHT, "0-500"))).isEmpty();
        assertThat(found(asked().with(Facet.MERCHANT, "nobody"))).isEmpty();
        assertThat(found(asked().province("5,3}'"))).isEmpty();
    }

    @Test
    void what_it_does_not_know_is_said() {
        Results results = search.search(asked().with(Facet.FRESH, Facet.ON)
                .with(Facet.PROOF, "ORGANIC")
                .province("53")
                .request());
        assertThat(results.source()).isEqualTo(Source.DATABASE);
        assertThat(results.ignored()).containsExactly(Facet.PROOF, Facet.FRESH);
        assertThat(results.hits()).hasSize(1);
    }

    @Test
    void what_operators_hid_stays_hidden() {
        NewRule hide =
                new NewRule(Ids.next(), Kind.HIDE, "", "", tomato.id(), 0, null, "", 0, null, null, "for a test");
        Results results = search.search(asked().request(), merchandising.with(new UUID(0, 7), hide));
        assertThat(results.hits()).extracting(hit -> hit.card().id()).containsExactlyInAnyOrder(rice.id(), orange.id());
    }

    @Test
    void a_narrowed_list_is_paged_without_gaps() {
        Asked fruit = asked().category("fruit").pagesOf(1).sort(Sort.PRICE_ASCENDING);
        Results first = search.search(fruit.request());
        Results second = search.search(fruit.after(first.nextAfter()).request());
        assertThat(first.hits()).extracting(hit -> hit.card().id()).containsExactly(tomato.id());
        assertThat(second.hits()).extracting(hit -> hit.card().id()).containsExactly(orange.id());
    }

    @Test
    void what_is_sold_by_the_piece_comes_last_by_price_by_weight_on_whichever_page() {
        String word = "垒" + UUID.randomUUID().toString().substring(0, 4);
        Listing hoe = goods.publishByThePiece(word + "锄头", 100);
        Listing spade = goods.publishByThePiece(word + "铁锹", 50);
        Listing clay = goods.publish(goods.category("clay", "土", "Clay"), word + "红土", GoodsForSearch.ANYUAN, 9_900);
        Asked byJin = new Asked(word).sort(Sort.UNIT_PRICE).pagesOf(1);
        assertThat(byJin.onEveryPage(search)).containsExactly(clay.id(), hoe.id(), spade.id());
        assertThat(byJin.with(Facet.JIN, "0-").onEveryPage(search)).containsExactly(clay.id());
    }

    private static Asked asked() {
        return new Asked(WORD);
    }

    private List<UUID> found(Asked asked) {
        return search.search(asked.request()).hits().stream()
                .map(hit -> hit.card().id())
                .toList();
    }
}
