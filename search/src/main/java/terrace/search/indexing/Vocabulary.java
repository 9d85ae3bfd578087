package terrace.search.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What titles say and where goods come from, with the number of listings behind each, most first.
 *
 * @param words Chinese words of two characters and more
 * @param counties six-digit codes
 * @param merchants ids
 */
public record Vocabulary(Map<String, Long> words, Map<String, Long> counties, Map<UUID, Long> merchants) {
    public static final Vocabulary EMPTY = new Vocabulary(Map.of(), Map.of(), Map.of());

    /** What titles say of bags and seasons; nobody looks for it alone. */
    public static final Set<String> WRAPPINGS = Set.of(
            "袋装", "布袋", "布袋装", "编织袋", "编织袋装", "盒装", "礼盒", "礼盒装", "罐装", "瓶装", "箱装", "真空", "真空装", "包装", "当季", "新季", "现磨",
            "现发", "正宗", "自种", "自产", "散养", "农家");

    private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);
    private static final int WORDS_MAX = 5_000;
    private static final int COUNTIES_MAX = 3_000;
    private static final String WORDS = "said";
    private static final int MERCHANTS_MAX = 3_000;
    private static final String COUNTIES = "county";
    private static final String MERCHANTS = "merchant";

    static Vocabulary read(ElasticsearchClient client, String alias) {
        try {
            SearchResponse<Void> counted = client.search(
                    search -> search.index(alias)
                            .size(0)
                            .aggregations(
                                    WORDS,
                                    words -> words.terms(all -> all.field(WORDS).size(WORDS_MAX)))
                            .aggregations(
                                    COUNTIES,
                                    counties -> counties.terms(
                                            all -> all.field(COUNTIES).size(COUNTIES_MAX)))
                            .aggregations(
                                    MERCHANTS,
                                    merchants -> merchants.terms(
                                            all -> all.field(MERCHANTS).size(MERCHANTS_MAX))),
                    Void.class);
            Map<String, Long> words = counts(counted.aggregations().get(WORDS));
            words.keySet().removeAll(WRAPPINGS);
            Map<UUID, Long> merchants = new LinkedHashMap<>();
            counts(counted.aggregations().get(MERCHANTS))
                    .forEach((id, count) -> merchants.put(UUID.fromString(id), count));
            return new Vocabulary(words, counts(counted.aggregations().get(COUNTIES)), merchants);
        } catch (IOException | ElasticsearchException e) {
            LOG.debug("The vocabulary could not be read, suggestions stay as they are", e);
            return EMPTY;
        }
    }

    private static Map<String, Long> counts(@Nullable Aggregate counted) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (counted != null && counted.isSterms()) {
            for (StringTermsBucket bucket : counted.sterms().buckets().array()) {
                counts.put(bucket.key().stringValue(), bucket.docCount());
            }
        }
        return counts;
    }
}
