package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.ids.Ids;
import terrace.search.GoodsForSearch;
import terrace.search.filters.Facet;
import terrace.search.filters.Filters;
import terrace.search.indexing.SearchCluster;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.NewRule;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.stillness.Stillness;

/** What a search may know from the searches before it, and what it may not. Nothing is forgotten during a test. */
@MicronautTest(transactional = false)
@Property(name = "terrace.search.query-time-max", value = "20s")
class RememberedTest {
    private static final int PAGE = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    SearchCluster cluster;

    @Inject
    Tools tools;

    @Inject
    Filters filters;

    @Inject
    DatabaseSearch database;

    @Inject
    Merchandising merchandising;

    @Inject
    Listings listings;

    @Inject
    GoodsForSearch goods;

    @Inject
    Stillness stillness;

    private ListingSearch search;
    private Category rice;
    private Listing near;
    private Listing far;

    @BeforeEach
    void shelf() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        search = remembering();
        rice = goods.category("rice", "大米", "Rice");
        near = goods.publish(rice, "红河哈尼梯田红米真空装", GoodsForSearch.RED_RIVER, 3900);
        far = goods.publish(rice, "安远客家梯田红米真空装", GoodsForSearch.ANYUAN, 4900);
        goods.settle();
    }

    /** A search that knows nothing of the tests before. */
    private ListingSearch remembering() {
        return remembering(HOUR);
    }

    /** @param whatever for so long the best are kept whatever happens; for an hour while the index does not change */
    private ListingSearch remembering(Duration whatever) {
        Remembered remembered = new Remembered(stillness, whatever, HOUR, HOUR, HOUR);
        Tools own = new Tools(tools.words(), tools.synonyms(), tools.vectors(), remembered, tools.clock());
        return new ListingSearch(cluster, own, filters, merchandising, database);
    }

    @Test
    void what_fits_best_is_asked_once_and_ordered_for_each_person() {
        Results everybodys = asked("梯田红米", Leaning.NONE);
        listings.withdrawAll(Set.of(near.id()), OffShelfReason.OWN_CHOICE, "to see whether it is asked again");
        goods.settle();
        Results liked = asked("梯田红米", liking(far));
        assertThat(ids(liked)).as("from memory").containsExactly(far.id(), near.id());
        assertThat(ids(asked("梯田红米", liking(near)))).containsExactly(near.id(), far.id());
        assertThat(ids(asked("梯田红米", Leaning.NONE))).isEqualTo(ids(everybodys));
        assertThat(ids(asked("客家红米", Leaning.NONE))).as("other words").containsExactly(far.id());
        assertThat(liked.facets()).isEqualTo(everybodys.facets());
        assertThat(liked.total()).isEqualTo(2);
    }

    @Test
    void an_answer_tells_whether_likings_changed_it() {
        UUID first = ids(asked("梯田红米", Leaning.NONE)).getFirst();
        boolean nearLeads = first.equals(near.id());
        assertThat(asked("梯田红米", Leaning.NONE).leant()).isFalse();
        assertThat(asked("梯田红米", ids -> Map.of()).leant()).isFalse();
        assertThat(asked("梯田红米", liking(nearLeads ? near : far)).leant()).isFalse();
        assertThat(asked("梯田红米", liking(nearLeads ? far : near)).leant()).isTrue();
    }

    @Test
    void other_filters_another_home_and_other_rules_are_other_answers() {
        assertThat(ids(asked("梯田红米", Leaning.NONE))).hasSize(2);
        assertThat(ids(search.search(new Asked("梯田红米").province("53").request())))
                .containsExactly(near.id());
        assertThat(ids(search.search(
                        new Asked("梯田红米").with(Facet.PRICE, "0-4000").request())))
                .containsExactly(near.id());
        NewRule hidden =
                new NewRule(Ids.next(), Kind.HIDE, "", "", near.id(), 0, null, "", 0, null, null, "to see it at once");
        assertThat(ids(search.search(SearchRequest.of("梯田红米", PAGE), merchandising.with(new UUID(0, 7), hidden))))
                .containsExactly(far.id());
    }

    @Test
    void pages_of_what_is_kept_hold_everything_once() {
        for (int i = 0; i < 12; i++) {
            goods.publish(rice, "五常稻花香大米" + (char) ('甲' + i) + "号", GoodsForSearch.SHOUGUANG, 5_000 + i);
        }
        goods.settle();
        Results first = search.search(new Asked("稻花香").pagesOf(5).request());
        Results second = search.search(
                new Asked("稻花香").pagesOf(5).after(first.nextAfter()).request());
        Results third = search.search(
                new Asked("稻花香").pagesOf(5).after(second.nextAfter()).request());
        assertThat(ids(first)).hasSize(5);
        assertThat(ids(second)).hasSize(5).doesNotContainAnyElementsOf(ids(first));
        assertThat(ids(third))
                .hasSize(2)
                .doesNotContainAnyElementsOf(ids(first))
                .doesNotContainAnyElementsOf(ids(second));
        assertThat(third.nextAfter()).isNull();
        assertThat(second.facets()).isEqualTo(first.facets());
        assertThat(second.related()).as("said on the first page only").isEmpty();
    }

    @Test
    void counts_are_kept_until_another_number_of_goods_is_found() {
        Asked newest = new Asked("梯田红米").sort(Sort.NEWEST);
        assertThat(search.search(newest.request()).facets().count(Facet.PROVINCE, "53"))
                .isEqualTo(1);
        goods.publish(rice, "元阳梯田红米", GoodsForSearch.RED_RIVER, 3900);
        goods.settle();
        Results more = search.search(newest.request());
        assertThat(more.total()).isEqualTo(3);
        assertThat(more.facets().count(Facet.PROVINCE, "53")).isEqualTo(2);
    }

    @Test
    void what_comes_near_rare_words_is_found_again_without_asking() {
        List<UUID> heard = ids(search.search(new Asked("哄米").request()));
        assertThat(heard).contains(near.id());
        assertThat(ids(search.search(new Asked("哄米").sort(Sort.NEWEST).request())))
                .contains(near.id());
        assertThat(ids(search.search(new Asked("哄米").pagesOf(20).request()))).isEqualTo(heard);
    }

    @Test
    void what_was_found_is_kept_while_the_index_is_still_and_no_longer() throws InterruptedException, IOException {
        search = remembering(Duration.ZERO);
        awaitStillness();
        List<UUID> first = ids(asked("梯田红米", Leaning.NONE));
        long before = queries();
        assertThat(ids(asked("梯田红米", Leaning.NONE))).isEqualTo(first).hasSize(2);
        assertThat(queries()).as("from memory").isEqualTo(before);
        listings.withdrawAll(Set.of(near.id()), OffShelfReason.OWN_CHOICE, "so that the index changes");
        goods.settle();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ids(asked("梯田红米", Leaning.NONE)).size() > 1 && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(ids(asked("梯田红米", Leaning.NONE))).containsExactly(far.id());
        assertThat(queries()).isGreaterThan(before);
    }

    private long queries() throws IOException {
        return cluster.forSearching()
                .orElseThrow()
                .indices()
                .stats(stats -> stats.index(cluster.alias()))
                .all()
                .total()
                .search()
                .queryTotal();
    }

    private void awaitStillness() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!stillness.since(stillness.moment())) {
            assertThat(System.nanoTime()).as("never still").isLessThan(until);
            Thread.sleep(100);
        }
    }

    private Results asked(String text, Leaning leaning) {
        return search.search(SearchRequest.of(text, PAGE), leaning);
    }

    private static Leaning liking(Listing liked) {
        return ids -> Map.of(liked.id(), 1.0);
    }

    private static List<UUID> ids(Results results) {
        assertThat(results.source()).isEqualTo(Source.INDEX);
        return results.hits().stream().map(hit -> hit.card().id()).toList();
    }
}
