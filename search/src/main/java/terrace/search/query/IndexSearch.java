package terrace.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.filters.Narrowing;
import terrace.search.indexing.IndexedCard;
import terrace.search.vectors.Vector;

/**
 * Answers a search from the index: the hits in one request, and with them the counts unless they are known. Only when
 * little holds to the words, and that is not remembered, one more asks for neighbours by meaning, and one for these and
 * the looser steps of the cascade. Of what fits best, what was found some seconds ago is only ordered for who asks.
 */
final class IndexSearch {
    /** Fewer than half a page: then what comes near helps more than it disturbs. */
    static final int LITTLE = 12;

    private static final String MATCHED = "matched";

    private final Sought sought;
    private final SearchRequest request;
    private final ShopperText text;
    private final Tools tools;
    private final String index;
    private final Sort sort;
    private final int limit;
    private final SortKeys keys;
    private final Narrowing narrowing;
    private final RelatedWords related;
    private final WordsQuery words;
    private final @Nullable Vector meaning;
    private final Counts.Key countsKey;
    private final @Nullable Counts known;

    IndexSearch(Sought sought, Tools tools, String index) {
        this.sought = sought;
        this.request = sought.request();
        this.text = sought.text();
        this.limit = sought.limit();
        this.tools = tools;
        this.index = index;
        // without words everything fits equally well
        this.sort = request.sort() == Sort.RELEVANCE && text.isEmpty() ? Sort.BEST_SELLING : request.sort();
        this.keys = SortKeys.of(sort);
        this.narrowing = sought.narrowing();
        boolean fused = offset().isPresent();
        this.related = new RelatedWords(text, fused);
        this.words = new WordsQuery(text, tools.synonyms(), sought.steering());
        this.meaning = text.isEmpty() || text.saysNothing()
                ? null
                : tools.vectors().ofQuery(text.spelt()).orElse(null);
        this.countsKey =
                new Counts.Key(index, text.understood(), request.chosen(), request.home(), fused, sought.steering());
        this.known = tools.remembered().counts(countsKey);
    }

    Results in(ElasticsearchClient client) throws IOException {
        Optional<Integer> from = offset();
        if (from.isPresent()) {
            return results(best(client), from.get());
        }
        Answered answered = answered(client);
        Counts counts = counts(client, answered);
        return results(plain(answered.response.hits()), total(answered.response.hits()), counts);
    }

    private Best best(ElasticsearchClient client) throws IOException {
        Best.Key key =
                new Best.Key(index, text.understood(), request.chosen(), request.home(), limit, sought.steering());
        Best kept = tools.remembered().best(key, narrowing.edition());
        if (kept != null) {
            return kept;
        }
        long asked = tools.remembered().moment();
        Answered answered = answered(client);
        HitsMetadata<?> found = answered.response.hits();
        List<Best.Rated> rated = fusing().rated(Found.in(found));
        long total = total(found);
        boolean more = total > rated.size() && !rated.isEmpty();
        String rest = more ? Cursor.pack(sort, found.hits().getLast().sort()) : null;
        Best best = new Best(rated, total, counts(client, answered), rest);
        tools.remembered().keep(key, best, asked, narrowing.edition());
        return best;
    }

    private Fusing fusing() {
        return tools.fusing(sought, meaning);
    }

    /** Why one of the goods stands where it stands, in the order of relevance. */
    Explanation explain(ElasticsearchClient client, UUID listing) throws IOException {
        Answered answered = answered(client);
        HitsMetadata<?> found = answered.response.hits();
        Fusing fusing = fusing();
        List<Found> best = Found.in(found);
        List<IndexedCard> order = fusing.order(fusing.rated(best), Map.of());
        int place = 1 + order.stream().map(IndexedCard::id).toList().indexOf(listing);
        String id = listing.toString();
        Optional<Found> hit =
                best.stream().filter(one -> one.card().id().equals(listing)).findFirst();
        if (hit.isEmpty() && !text.saysNothing()) {
            hit = Found.in(client.search(asked(only(answered.fitting, id)), Void.class)
                            .hits())
                    .stream()
                    .findFirst();
        }
        boolean indexed = client.exists(exists -> exists.index(index).id(id)).value();
        return new Explanation(
                new Explanation.Heard(text.understood(), text.words(), text.phrases(), text.without(), text.quantity()),
                total(found),
                place,
                order.size(),
                indexed,
                hit.map(fusing::figure).orElse(null),
                sought.steering());
    }

    private static Query only(Query fitting, String id) {
        return Query.of(query -> query.bool(bool -> bool.must(fitting)
                .filter(one -> one.term(term -> term.field("id").value(id)))));
    }

    private Answered answered(ElasticsearchClient client) throws IOException {
        Remembered remembered = tools.remembered();
        Remembered.Rare rare = new Remembered.Rare(index, text.understood(), sought.steering(), sort == Sort.RELEVANCE);
        List<String> near = remembered.neighbours(rare);
        if (near != null) {
            return answered(client, words.loose(near));
        }
        Answered holding = answered(client, words.strict());
        if (!isLittle(matched(holding.response)) || text.isEmpty() || text.saysNothing()) {
            return holding;
        }
        near = meaning == null ? List.of() : Neighbours.of(meaning).in(client, index);
        remembered.keep(rare, near);
        return answered(client, words.loose(near));
    }

    private boolean isLittle(long matched) {
        return sort == Sort.RELEVANCE ? matched < LITTLE : matched == 0;
    }

    private Answered answered(ElasticsearchClient client, Query fitting) throws IOException {
        return new Answered(fitting, client.search(asked(fitting), Void.class));
    }

    /**
     * The counts beside the hits, for some seconds the same as for whoever asked the same before: to make them costs
     * as much as to find the hits.
     */
    private Counts counts(ElasticsearchClient client, Answered answered) throws IOException {
        long total = total(answered.response.hits());
        if (known != null && known.total() == total) {
            return known;
        }
        var counted = known == null ? answered.response : client.search(counting(answered.fitting), Void.class);
        Counts counts =
                new Counts(narrowing.counted(counted.aggregations()), related.read(counted.aggregations()), total);
        tools.remembered().keep(countsKey, counts);
        return counts;
    }

    private co.elastic.clients.elasticsearch.core.SearchRequest counting(Query fitting) {
        return co.elastic.clients.elasticsearch.core.SearchRequest.of(search -> search.index(index)
                .query(query -> query.bool(bool -> bool.must(fitting)))
                .aggregations(narrowing.counts())
                .aggregations(related.asked())
                .size(0)
                // the answer is kept on this side
                .requestCache(false)
                .trackTotalHits(track -> track.enabled(false)));
    }

    private static long total(HitsMetadata<?> found) {
        return found.total() == null ? found.hits().size() : found.total().value();
    }

    /** A page of the order by all parts; after the last one the order of the index goes on. */
    private Results results(Best best, int from) {
        List<IndexedCard> order = fusing().order(best.rated(), Map.of());
        int end = Math.min(from + limit, order.size());
        int begin = Math.min(from, end);
        String next = end < order.size() ? Cursor.packOffset(sort, end) : best.rest();
        List<IndexedCard> same = order.subList(begin, end);
        List<IndexedCard> own =
                own(best.rated()).map(leant -> leant.subList(begin, end)).orElse(same);
        return results(new Page(own, next, !own.equals(same)), best.total(), best.counts());
    }

    /** In the order of somebody whose likings are known. */
    private Optional<List<IndexedCard>> own(List<Best.Rated> rated) {
        Leaning leaning = sought.leaning();
        if (leaning == Leaning.NONE || rated.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Double> liking =
                leaning.of(rated.stream().map(one -> one.card().id()).toList());
        return liking.isEmpty() ? Optional.empty() : Optional.of(fusing().order(rated, liking));
    }

    private Results results(Page page, long total, Counts counts) {
        TitleMarks marks = new TitleMarks(
                text, tools.words(), tools.synonyms(), sought.steering().synonyms());
        List<Hit> hits = page.cards().stream()
                .map(card -> new Hit(card.card(), marks.of(card.title())))
                .toList();
        return new Results(
                hits,
                total,
                counts.facets(),
                page.next(),
                Source.INDEX,
                text.understood(),
                request.after() == null ? counts.related() : List.of(),
                Set.of(),
                page.leant());
    }

    private Page plain(HitsMetadata<?> found) {
        List<IndexedCard> cards = found.hits().stream()
                .limit(limit)
                .map(hit -> Found.of(hit).card())
                .toList();
        boolean more = found.hits().size() > limit;
        return new Page(
                cards, more ? Cursor.pack(sort, found.hits().get(limit - 1).sort()) : null, false);
    }

    private co.elastic.clients.elasticsearch.core.SearchRequest asked(Query fitting) {
        List<FieldValue> after = Cursor.unpack(request.after(), sort, keys);
        boolean fused = offset().isPresent();
        return co.elastic.clients.elasticsearch.core.SearchRequest.of(search -> {
            search.index(index)
                    .query(query -> query.bool(bool -> bool.must(fitting)))
                    .sort(keys.options())
                    // one more than shown, to know whether a page follows
                    .size(fused ? Fusing.window(text, limit) : limit + 1)
                    .trackTotalHits(track -> track.enabled(true))
                    .storedFields(Neighbours.NONE)
                    .docvalueFields(field -> field.field(IndexedCard.COLUMN));
            if (fused) {
                search.includeNamedQueriesScore(true);
                if (meaning != null) {
                    search.docvalueFields(field -> field.field(Neighbours.VECTOR));
                }
            }
            narrowing
                    .afterwards()
                    .ifPresent(chosen -> search.postFilter(chosen)
                            .aggregations(MATCHED, all -> all.filter(any -> any.matchAll(match -> match))));
            if (known == null) {
                search.aggregations(narrowing.counts()).aggregations(related.asked());
            }
            if (!after.isEmpty()) {
                search.searchAfter(after);
            }
            return search;
        });
    }

    /** Where in the fused order the page begins; nothing in other orders, and behind the fused ones. */
    private Optional<Integer> offset() {
        return sort == Sort.RELEVANCE
                        && Cursor.unpack(request.after(), sort, keys).isEmpty()
                ? Optional.of(
                        Math.clamp(Cursor.unpackOffset(request.after(), sort), 0, Fusing.window(text, limit) - limit))
                : Optional.empty();
    }

    /** How many fit the words, whatever is ticked. */
    private static long matched(SearchResponse<Void> response) {
        var counted = response.aggregations().get(MATCHED);
        if (counted != null) {
            return counted.filter().docCount();
        }
        return response.hits().total() == null ? 0 : response.hits().total().value();
    }

    private record Answered(Query fitting, SearchResponse<Void> response) {}

    /** @param leant whether likings moved anything on it */
    private record Page(List<IndexedCard> cards, @Nullable String next, boolean leant) {}
}
