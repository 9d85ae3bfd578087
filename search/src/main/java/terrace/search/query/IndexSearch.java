package terrace.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.search.filters.Narrowing;
import terrace.search.words.Words;

/** Answers a search from the index, hits and counts in one request. */
final class IndexSearch {
    private static final String ALIAS = "terrace-listings";

    private final SearchRequest request;
    private final ShopperText text;
    private final Sort sort;
    private final Narrowing narrowing;
    private final int limit;
    private final SortKeys keys;
    private final RelatedWords related;

    IndexSearch(SearchRequest request, ShopperText text, Narrowing narrowing, int limit) {
        this.request = request;
        this.text = text;
        this.narrowing = narrowing;
        this.limit = limit;
        // without words everything fits equally well
        this.sort = request.sort() == Sort.RELEVANCE && text.isEmpty() ? Sort.BEST_SELLING : request.sort();
        this.keys = SortKeys.of(sort);
        this.related = new RelatedWords(text, sort == Sort.RELEVANCE && request.after() == null);
    }

    Results in(ElasticsearchClient client, Words words) throws IOException {
        SearchResponse<IndexedCard> response = client.search(asked(), IndexedCard.class);
        HitsMetadata<IndexedCard> found = response.hits();
        TitleMarks marks = new TitleMarks(text, words);
        List<Hit> hits = new ArrayList<>();
        for (co.elastic.clients.elasticsearch.core.search.Hit<IndexedCard> hit : found.hits()) {
            IndexedCard card = Objects.requireNonNull(hit.source(), "a hit without source");
            if (hits.size() < limit) {
                hits.add(new Hit(card.card(), marks.of(card.title())));
            }
        }
        long total = found.total() == null ? hits.size() : found.total().value();
        return new Results(
                hits,
                total,
                narrowing.counted(response.aggregations()),
                nextAfter(found),
                Source.INDEX,
                text.understood(),
                related.read(response.aggregations()),
                Set.of());
    }

    private co.elastic.clients.elasticsearch.core.SearchRequest asked() {
        Query words = WordsQuery.of(text);
        List<FieldValue> after = Cursor.unpack(request.after(), sort, keys);
        return co.elastic.clients.elasticsearch.core.SearchRequest.of(search -> {
            search.index(ALIAS)
                    .query(query -> query.bool(bool -> bool.must(words)))
                    .aggregations(narrowing.counts())
                    .aggregations(related.asked())
                    .sort(keys.options())
                    // one more than shown, to know whether a page follows
                    .size(limit + 1)
                    .trackTotalHits(track -> track.enabled(true));
            narrowing.afterwards().ifPresent(search::postFilter);
            if (!after.isEmpty()) {
                search.searchAfter(after);
            }
            return search;
        });
    }

    private @Nullable String nextAfter(HitsMetadata<IndexedCard> found) {
        return found.hits().size() > limit
                ? Cursor.pack(sort, found.hits().get(limit - 1).sort())
                : null;
    }
}
