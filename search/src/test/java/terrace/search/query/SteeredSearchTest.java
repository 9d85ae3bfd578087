package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.ratings.Ratings;
import terrace.marketplace.ids.Ids;
import terrace.search.Cluster;
import terrace.search.GoodsForSearch;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.NewRule;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.ranking.Signals;
import terrace.search.ranking.Worth;

/** What operators decide, and what somebody likes, as searches obey it. */
@Tag(Cluster.CONTRACT)
@MicronautTest(transactional = false)
class SteeredSearchTest {
    private static final UUID OPERATOR = new UUID(0, 7);
    private static final int FIRST = 10;

    @Inject
    ListingSearch search;

    @Inject
    Merchandising merchandising;

    @Inject
    GoodsForSearch goods;

    @Inject
    Ratings ratings;

    @Inject
    Freight freight;

    private Listing near;
    private Listing far;
    private Listing tea;

    @BeforeEach
    void shelf() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        Category rice = goods.category("rice", "大米", "Rice");
        near = goods.publish(rice, "红河哈尼梯田红米真空装", GoodsForSearch.RED_RIVER, 3900);
        far = goods.publish(rice, "安远客家梯田红米真空装", GoodsForSearch.ANYUAN, 3900);
        tea = goods.publish(goods.category("tea", "茶叶", "Tea"), "高山云雾绿茶", GoodsForSearch.ANYUAN, 5900);
        goods.settle();
    }

    @Test
    void pinned_goods_stand_where_they_were_put_even_where_they_do_not_fit() {
        assertThat(found("红米", pin("红米", tea, 2))).hasSize(3).element(1).isEqualTo(tea.id());
        assertThat(found("米", pin("红米", tea, 2))).doesNotContain(tea.id());
    }

    @Test
    void hidden_goods_are_not_found_by_any_words() {
        NewRule hidden = rule(Kind.HIDE, "", "", near.id(), 0, null, "", 0);
        assertThat(found("红米", hidden)).containsExactly(far.id());
        assertThat(found("", hidden)).doesNotContain(near.id()).contains(far.id(), tea.id());
    }

    @Test
    void a_boost_decides_between_goods_that_fit_alike_and_brings_nothing_else() {
        assertThat(found("梯田红米", boost(GoodsForSearch.RED_RIVER, 3))).containsExactly(near.id(), far.id());
        assertThat(found("梯田红米", boost(GoodsForSearch.ANYUAN, 3))).containsExactly(far.id(), near.id());
        assertThat(found("梯田红米", boost(GoodsForSearch.ANYUAN, -3))).containsExactly(near.id(), far.id());
        assertThat(found("安远红米", boost(GoodsForSearch.RED_RIVER, 3)).getFirst()).isEqualTo(far.id());
    }

    @Test
    void a_name_operators_added_finds_what_carries_the_other_and_marks_it() {
        assertThat(found("夷红", rule(Kind.HIDE, "", "", tea.id(), 0, null, "", 0)))
                .doesNotContain(near.id());
        NewRule same = rule(Kind.SYNONYM, "", "云雾绿茶 云绿", null, 0, null, "", 0);
        Results results = search.search(SearchRequest.of("云绿", FIRST), merchandising.with(OPERATOR, same));
        assertThat(results.hits().getFirst().card().id()).isEqualTo(tea.id());
    }

    @Test
    void likings_decide_between_goods_that_fit_alike_and_never_beat_relevance() {
        assertThat(liking("梯田红米", far)).containsExactly(far.id(), near.id());
        assertThat(liking("梯田红米", near)).containsExactly(near.id(), far.id());
        assertThat(liking("安远红米", near).getFirst()).isEqualTo(far.id());
    }

    @Test
    void what_buyers_say_decides_between_goods_that_fit_alike_and_never_beats_relevance() {
        List<Listing> twins = twins();
        Listing first = twins.getFirst();
        Listing second = twins.getLast();
        rate(first, new Rating(1, 5));
        rate(second, new Rating(80, 384));
        goods.settle();
        assertThat(ids(search.search(SearchRequest.of("铁核桃仁", FIRST)))).containsExactly(second.id(), first.id());
        rate(first, new Rating(81, 400));
        goods.settle();
        assertThat(ids(search.search(SearchRequest.of("铁核桃仁", FIRST)))).containsExactly(first.id(), second.id());
        assertThat(signals(first, "")).contains("rated").doesNotContain("home");
        rate(near, new Rating(500, 2_500));
        rate(far, new Rating(500, 500));
        goods.settle();
        assertThat(ids(search.search(SearchRequest.of("安远红米", FIRST))).getFirst())
                .isEqualTo(far.id());
    }

    @Test
    void what_is_sent_to_where_the_shopper_lives_decides_between_goods_that_fit_alike() {
        List<Listing> twins = twins();
        staysAway(twins.getFirst(), twins.getLast(), "62");
        staysAway(twins.getLast(), twins.getFirst(), "63");
    }

    private void staysAway(Listing kept, Listing sent, String province) {
        freight.define(new FreightTemplate(
                kept.about().freightTemplateId(),
                kept.merchantId(),
                "普通",
                List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE), FreightZone.notDelivered(province))));
        assertThat(ids(search.search(SearchRequest.of("铁核桃仁", province, FIRST))))
                .containsExactly(sent.id(), kept.id());
        assertThat(signals(kept, province)).doesNotContain("home");
        assertThat(signals(sent, province)).contains("home");
    }

    private List<String> signals(Listing listing, String province) {
        return search.explain("铁核桃仁", province, listing.id()).orElseThrow().figures().orElseThrow().signals().stream()
                .map(Worth::part)
                .toList();
    }

    private List<Listing> twins() {
        Category nuts = goods.category("nuts", "坚果", "Nuts");
        List<Listing> twins = List.of(
                goods.publish(nuts, "铁核桃仁原味罐装", GoodsForSearch.ANYUAN, 3900),
                goods.publish(nuts, "铁核桃仁原味罐装", GoodsForSearch.ANYUAN, 3900));
        goods.settle();
        return twins;
    }

    private void rate(Listing listing, Rating rating) {
        ratings.tell(Set.of(listing.id()), ids -> Map.of(listing.id(), rating));
    }

    @Test
    void a_place_is_explained_by_its_parts() {
        Explanation why = search.explain("红河红米 -安远", "", near.id()).orElseThrow();
        assertThat(why.place()).isEqualTo(1);
        assertThat(why.total()).isEqualTo(1);
        assertThat(why.heard().without()).containsExactly("安远");
        Explanation.Figure figure = why.figures().orElseThrow();
        assertThat(figure.fit()).extracting(Worth::part).contains("ALL_WORDS", "characters", "words");
        double fit = figure.fit().stream().mapToDouble(Worth::adds).sum();
        double signals = figure.signals().stream().mapToDouble(Worth::adds).sum();
        assertThat(figure.sum()).isCloseTo(fit + Math.clamp(signals, 0, Signals.MOST), within(1e-9));
    }

    @Test
    void what_is_not_found_is_explained_too() {
        Explanation unwanted = search.explain("红米 -安远", "", far.id()).orElseThrow();
        assertThat(unwanted.figures()).isEmpty();
        assertThat(unwanted.place()).isZero();
        assertThat(unwanted.indexed()).isTrue();
        Explanation unknown = search.explain("红米", "", Ids.next()).orElseThrow();
        assertThat(unknown.indexed()).isFalse();
        assertThat(search.explain("*:*", "", far.id()).orElseThrow().figures()).isEmpty();
    }

    private List<UUID> liking(String text, Listing liked) {
        return ids(search.search(SearchRequest.of(text, FIRST), ids -> Map.of(liked.id(), 1.0)));
    }

    private List<UUID> found(String text, NewRule rule) {
        assertThat(merchandising.faults(rule)).isEmpty();
        return ids(search.search(SearchRequest.of(text, FIRST), merchandising.with(OPERATOR, rule)));
    }

    private static List<UUID> ids(Results results) {
        assertThat(results.source()).isEqualTo(Source.INDEX);
        return results.hits().stream().map(hit -> hit.card().id()).toList();
    }

    private static NewRule pin(String asked, Listing listing, int place) {
        return rule(Kind.PIN, asked, "", listing.id(), place, null, "", 0);
    }

    private static NewRule boost(String county, int strength) {
        return rule(Kind.BOOST, "", "", null, 0, Trait.COUNTY, county, strength);
    }

    private static NewRule rule(
            Kind kind,
            String asked,
            String words,
            @Nullable UUID listing,
            int place,
            @Nullable Trait trait,
            String value,
            int strength) {
        return new NewRule(
                Ids.next(), kind, asked, words, listing, place, trait, value, strength, null, null, "for a test");
    }
}
