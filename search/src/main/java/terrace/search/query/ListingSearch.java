package terrace.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.search.filters.Filters;
import terrace.search.indexing.SearchCluster;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.RulesInForce;
import terrace.search.merchandising.Steering;

/** Finds goods. Always answers: from the index, or plainly from the catalogue while the index does not. */
@Singleton
public class ListingSearch {
    /** More at once would only wait inside Elasticsearch, and let the slowest ones run out of time. */
    private static final int AT_ONCE_MAX = 8;

    private static final long TURN_MILLIS_MAX = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ListingSearch.class);

    private final SearchCluster cluster;
    private final Tools tools;
    private final Filters filters;
    private final Merchandising merchandising;
    private final DatabaseSearch database;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);
    private final LongAdder fromIndex = new LongAdder();
    private final LongAdder fromDatabase = new LongAdder();
    private final LongAdder failures = new LongAdder();

    ListingSearch(
            SearchCluster cluster, Tools tools, Filters filters, Merchandising merchandising, DatabaseSearch database) {
        this.cluster = cluster;
        this.tools = tools;
        this.filters = filters;
        this.merchandising = merchandising;
        this.database = database;
    }

    /** One page of what fits, with counts for the filters beside it. */
    public Results search(SearchRequest request) {
        return search(request, Leaning.NONE);
    }

    /** The same for somebody whose likings are known: among goods that fit equally well they decide. */
    public Results search(SearchRequest request, Leaning leaning) {
        return search(request, merchandising.inForce(), leaning);
    }

    /** The same under other rules than those in force, to look at their effect. */
    public Results search(SearchRequest request, RulesInForce rules) {
        return search(request, rules, Leaning.NONE);
    }

    private Results search(SearchRequest request, RulesInForce rules, Leaning leaning) {
        int limit = Math.clamp(request.limit(), 1, SearchRequest.LIMIT_MAX);
        return fromIndex(request, rules, leaning, limit).orElseGet(() -> {
            fromDatabase.increment();
            String understood = ShopperText.understood(request.text());
            Set<UUID> hidden =
                    rules.of(Merchandising.fold(understood), List.of()).hidden();
            return database.search(request, understood, hidden, limit);
        });
    }

    public SearchCounters counters() {
        return new SearchCounters(fromIndex.sum(), fromDatabase.sum(), failures.sum());
    }

    /**
     * Why one of the goods stands where it stands for a text, nothing filtered; empty while the index is not there.
     *
     * @param home two digits of the province it is asked for, empty for none
     */
    public Optional<Explanation> explain(String text, String home, UUID listing) {
        SearchRequest request = SearchRequest.of(text, home, SearchRequest.LIMIT_MAX);
        return asking(client -> indexSearch(request, merchandising.present(), Leaning.NONE, request.limit())
                .explain(client, listing));
    }

    private Optional<Results> fromIndex(SearchRequest request, RulesInForce rules, Leaning leaning, int limit) {
        Optional<Results> results =
                asking(client -> indexSearch(request, rules, leaning, limit).in(client));
        if (results.isPresent()) {
            fromIndex.increment();
        }
        return results;
    }

    private IndexSearch indexSearch(SearchRequest request, RulesInForce rules, Leaning leaning, int limit) {
        ShopperText text = ShopperText.of(request.text(), tools.words());
        Steering steering = rules.of(Merchandising.fold(text.understood()), text.words());
        return new IndexSearch(
                new Sought(request, text, filters.of(request.chosen(), request.home()), steering, leaning, limit),
                tools,
                cluster.alias());
    }

    private <T> Optional<T> asking(Question<T> question) {
        Optional<ElasticsearchClient> client = tools.words().ready() ? cluster.forSearching() : Optional.empty();
        if (client.isEmpty() || !turnComes()) {
            return Optional.empty();
        }
        try {
            T answer = question.ask(client.get());
            cluster.answered();
            return Optional.of(answer);
        } catch (IOException | ElasticsearchException e) {
            failures.increment();
            cluster.failed(e);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            failures.increment();
            LOG.warn("What the index answered cannot be read: {}", e.toString());
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private boolean turnComes() {
        try {
            return turns.tryAcquire(TURN_MILLIS_MAX, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(ElasticsearchClient client) throws IOException;
    }
}
