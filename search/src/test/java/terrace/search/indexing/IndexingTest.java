package terrace.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.VersionType;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.IndexedListing;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.ids.Ids;
import terrace.search.Cluster;
import terrace.search.GoodsForSearch;
import terrace.search.query.ListingSearch;
import terrace.search.query.Results;
import terrace.search.query.SearchRequest;
import terrace.search.query.Source;

@MicronautTest(transactional = false)
// a busy build machine is no reason to ask PostgreSQL
@Property(name = "terrace.search.query-time-max", value = "20s")
// neighbours by meaning are no part of what is watched here
@Property(name = "terrace.search.vectors", value = "false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexingTest {
    private static final long HEALED_SECONDS_MAX = 240;

    @Inject
    ListingSearch search;

    @Inject
    Listings listings;

    @Inject
    Indexing indexing;

    @Inject
    IndexWriter writer;

    @Inject
    IndexChangedListings subscriber;

    @Inject
    GenerationRepository generations;

    @Inject
    WaitingListingRepository waiting;

    @Inject
    EmbeddedSearchNode node;

    @Inject
    SearchCluster cluster;

    @Inject
    ListingDocuments documents;

    @Inject
    GoodsForSearch goods;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private Category category;

    @BeforeAll
    void ready() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        category = goods.category("things", "东西", "Things");
    }

    @Tag(Cluster.CONTRACT)
    @Test
    void a_late_event_loses() throws Exception {
        Listing walnut = goods.publish(category, "漾濞核桃", GoodsForSearch.RED_RIVER, 3_000);
        Set<UUID> ids = Set.of(walnut.id());
        long early = listings.nextIndexVersion();
        List<IndexedListing> before = listings.forIndex(ids);
        listings.changePrice(walnut.skus().getFirst().id(), 3_300);
        goods.settle();

        writer.write(ids, before, early, generations.open());
        indexing.refresh();

        assertThat(only("漾濞核桃").priceFen()).isEqualTo(3_300);
    }

    @Tag(Cluster.CONTRACT)
    @Test
    void delivered_twice_is_delivered_once() throws Exception {
        Listing honey = goods.publish(category, "椴树蜜", GoodsForSearch.RED_RIVER, 5_800);
        goods.settle();
        for (int i = 0; i < 2; i++) {
            subscriber.on(new ListingsChanged(List.of(honey.id(), honey.id())));
            goods.settle();
        }
        assertThat(only("椴树蜜").id()).isEqualTo(honey.id());
        assertThat(waiting.count()).isZero();
    }

    @Tag(Cluster.CONTRACT)
    @Test
    void what_leaves_the_shelf_leaves_the_index_and_comes_back() {
        Listing ham = goods.publish(category, "诺邓火腿", GoodsForSearch.RED_RIVER, 28_800);
        listings.withdraw(ham.id(), OffShelfReason.OWN_CHOICE);
        goods.settle();
        assertThat(found("诺邓火腿").total()).isZero();
        listings.restore(ham.id(), OffShelfReason.OWN_CHOICE);
        goods.settle();
        assertThat(only("诺邓火腿").id()).isEqualTo(ham.id());
    }

    @Tag(Cluster.CONTRACT)
    @Test
    void a_rebuild_changes_over_while_changes_go_on() throws Exception {
        List<Listing> teas = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            teas.add(goods.publish(category, "都匀毛尖", GoodsForSearch.RED_RIVER, 8_000));
        }
        goods.settle();
        int before = indexing.status().generation();
        AtomicBoolean rebuilt = new AtomicBoolean();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> changes = thread.submit(() -> {
                for (int i = 0; i < teas.size() || !rebuilt.get(); i++) {
                    Listing tea = teas.get(i % teas.size());
                    listings.changePrice(tea.skus().getFirst().id(), 8_001 + i);
                    goods.settle();
                    assertThat(found("都匀毛尖").total()).isEqualTo(teas.size());
                }
            });
            indexing.reindex();
            rebuilt.set(true);
            changes.get();
        }
        goods.settle();

        assertThat(indexing.status().generation()).isGreaterThan(before);
        assertThat(indexing.status().listings()).isGreaterThanOrEqualTo(teas.size());
        for (var hit : found("都匀毛尖").hits()) {
            long price = listings.published(hit.card().id())
                    .orElseThrow()
                    .skus()
                    .getFirst()
                    .priceFen();
            assertThat(hit.card().priceFen()).isEqualTo(price);
        }
    }

    @Test
    void a_killed_elasticsearch_is_covered_by_postgresql_and_heals() throws Exception {
        Listing millet = goods.publish(category, "米脂小米", GoodsForSearch.RED_RIVER, 1_990);
        goods.settle();
        assertThat(found("米脂小米").source()).isEqualTo(Source.INDEX);

        ProcessHandle killed = ProcessHandle.of(node.pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get();
        Results covered = found("米脂");
        assertThat(covered.source()).isEqualTo(Source.DATABASE);
        assertThat(covered.hits()).extracting(hit -> hit.card().id()).containsExactly(millet.id());
        Listing later = goods.publish(category, "米脂小米 新米", GoodsForSearch.RED_RIVER, 2_190);

        goods.awaitIndex();
        goods.settle();
        Results healed = awaitIndexed("米脂小米");
        assertThat(healed.hits()).extracting(hit -> hit.card().id()).containsExactlyInAnyOrder(millet.id(), later.id());
    }

    @Test
    void what_differs_from_the_catalogue_is_found_and_mended() throws Exception {
        Listing lost = goods.publish(category, "紫阳富硒茶 春茶", GoodsForSearch.RED_RIVER, 9_900);
        Listing wrong = goods.publish(category, "紫阳富硒茶 秋茶", GoodsForSearch.RED_RIVER, 8_800);
        goods.settle();
        assertThat(indexing.compare().orElseThrow().agrees()).isTrue();
        String index = generations.open().getFirst().entrance();
        var client = cluster.patient();
        client.delete(gone -> gone.index(index).id(lost.id().toString()));
        ListingDocument stale =
                documents.all(listings.forIndex(Set.of(wrong.id()))).getFirst();
        client.index(
                other -> other.index(index).id(wrong.id().toString()).document(Stale.with(stale, wrong.id(), "old")));
        UUID nobodys = Ids.next();
        client.index(extra ->
                extra.index(index).id(nobodys.toString()).document(Stale.with(stale, nobodys, stale.digest())));
        indexing.refresh();
        // what was written past the doors has taken the next versions
        for (int i = 0; i < 10; i++) {
            listings.nextIndexVersion();
        }

        Comparison found = indexing.compare().orElseThrow();
        assertThat(found.missing()).isEqualTo(1);
        assertThat(found.different()).isEqualTo(1);
        assertThat(found.leftOver()).isEqualTo(1);
        indexing.refresh();
        assertThat(indexing.compare().orElseThrow().agrees()).isTrue();
        assertThat(found("紫阳富硒茶").hits())
                .extracting(hit -> hit.card().id())
                .containsExactlyInAnyOrder(lost.id(), wrong.id());
    }

    @Test
    void a_database_set_back_behind_the_index_gets_a_new_generation() throws Exception {
        Listing tea = goods.publish(category, "信阳毛尖 旧版", GoodsForSearch.RED_RIVER, 9_900);
        goods.settle();
        Generation before = generations.open().getFirst();
        ListingDocument stale =
                documents.all(listings.forIndex(Set.of(tea.id()))).getFirst();
        long future = listings.nextIndexVersion() + 1_000_000;
        cluster.patient()
                .index(late -> late.index(before.entrance())
                        .id(tea.id().toString())
                        .version(future)
                        .versionType(VersionType.External)
                        .document(Stale.with(stale, tea.id(), "later")));
        indexing.refresh();

        assertThat(indexing.compare().orElseThrow().ahead()).isTrue();
        assertThat(indexing.status().generation()).isGreaterThan(before.number());
        assertThat(indexing.compare().orElseThrow().agrees()).isTrue();
    }

    @Test
    void what_an_earlier_edition_built_is_left_alone_until_ours_is_there() {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update search.generation set mapping = 'of an earlier edition' where state = 'LIVE'",
                PreparedStatement::executeUpdate));
        Listing plum = goods.publish(category, "福安芙蓉李", GoodsForSearch.RED_RIVER, 2_900);
        goods.settle();
        assertThat(waiting.count()).isPositive();
        assertThat(found("福安芙蓉李").total()).isZero();
        indexing.reindex();
        goods.settle();
        assertThat(waiting.count()).isZero();
        assertThat(only("福安芙蓉李").id()).isEqualTo(plum.id());
    }

    @Test
    void a_lost_index_is_built_again() throws Exception {
        Listing oil = goods.publish(category, "茶籽油", GoodsForSearch.RED_RIVER, 9_900);
        goods.settle();
        String index = generations.open().getFirst().index();
        cluster.patient().indices().delete(gone -> gone.index(index));
        found("茶籽油");
        assertThat(awaitIndexed("茶籽油").hits())
                .extracting(hit -> hit.card().id())
                .containsExactly(oil.id());
    }

    private Results awaitIndexed(String text) throws InterruptedException {
        long deadline = System.nanoTime() + HEALED_SECONDS_MAX * 1_000_000_000L;
        Results results = found(text);
        while ((results.source() != Source.INDEX || results.hits().isEmpty()) && System.nanoTime() < deadline) {
            Thread.sleep(200);
            results = found(text);
        }
        assertThat(results.source()).isEqualTo(Source.INDEX);
        return results;
    }

    private Results found(String text) {
        return search.search(SearchRequest.of(text, 60));
    }

    private ListingCard only(String text) {
        Results results = found(text);
        assertThat(results.source()).isEqualTo(Source.INDEX);
        assertThat(results.hits()).hasSize(1);
        return results.hits().getFirst().card();
    }
}
