package terrace.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.List;
import java.util.Map;
import terrace.search.indexing.Vocabulary;

/** Words that the titles of the best hits say beside those asked for: ways to look for something closer. */
final class RelatedWords {
    private static final String NAME = "related";
    /** Of the best hits, since the many weak ones say anything. */
    private static final int HITS_LOOKED_AT = 200;

    private static final int WORDS_READ = 30;
    private static final int WORDS_MAX = 6;
    /** One title's own whim leads nowhere. */
    private static final long TITLES_MIN = 2;

    private final ShopperText text;
    private final boolean wanted;

    RelatedWords(ShopperText text, boolean wanted) {
        this.text = text;
        this.wanted = wanted && !text.isEmpty() && !text.saysNothing();
    }

    Map<String, Aggregation> asked() {
        return wanted
                ? Map.of(
                        NAME,
                        Aggregation.of(one -> one.sampler(sampler -> sampler.shardSize(HITS_LOOKED_AT))
                                .aggregations(
                                        NAME,
                                        words -> words.terms(
                                                terms -> terms.field("said").size(WORDS_READ)))))
                : Map.of();
    }

    /** Each is what would be typed: the word alone when it holds or replaces what was typed, else both. */
    List<String> read(Map<String, Aggregate> answer) {
        Aggregate sample = answer.get(NAME);
        Aggregate words =
                sample == null ? null : sample.sampler().aggregations().get(NAME);
        if (words == null) {
            return List.of();
        }
        List<StringTermsBucket> buckets = words.sterms().buckets().array();
        // pinyin and slips of the pen: titles say none of it, so there is nothing to add to
        boolean said = buckets.stream()
                .anyMatch(bucket -> text.spelt().contains(bucket.key().stringValue()));
        return buckets.stream()
                .filter(bucket -> bucket.docCount() >= TITLES_MIN)
                .map(bucket -> bucket.key().stringValue())
                .filter(word -> !text.spelt().contains(word) && !Vocabulary.WRAPPINGS.contains(word))
                .map(word -> !said || word.contains(text.spelt()) ? word : text.understood() + " " + word)
                .limit(WORDS_MAX)
                .toList();
    }
}
