package terrace.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** Each is what would be typed: the word alone when it holds what was typed, else both. */
    List<String> read(Map<String, Aggregate> answer) {
        Aggregate sample = answer.get(NAME);
        Aggregate words =
                sample == null ? null : sample.sampler().aggregations().get(NAME);
        if (words == null) {
            return List.of();
        }
        List<String> related = new ArrayList<>();
        for (StringTermsBucket bucket : words.sterms().buckets().array()) {
            String word = bucket.key().stringValue();
            boolean said = text.spelt().contains(word);
            if (!said && bucket.docCount() >= TITLES_MIN && related.size() < WORDS_MAX) {
                related.add(word.contains(text.spelt()) ? word : text.understood() + " " + word);
            }
        }
        return related;
    }
}
