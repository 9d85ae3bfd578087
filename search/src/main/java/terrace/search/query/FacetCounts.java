package terrace.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.search.query.Filters.Facet;

/** Asks for the counts beside the list, and reads them. */
final class FacetCounts {
    private static final int CATEGORIES_MAX = 300;
    private static final int PROVINCES_MAX = 40;
    private static final int COUNTIES_MAX = 150;
    private static final String INNER = "inner";

    /** Where one price band ends and the next begins, in fen. */
    private static final List<Long> PRICE_STEPS = List.of(1_000L, 2_000L, 5_000L, 10_000L, 20_000L);

    private FacetCounts() {}

    static Map<String, Aggregation> asked(Filters filters, @Nullable String provinceCode) {
        Map<String, Aggregation> asked = new LinkedHashMap<>();
        add(asked, filters, Facet.CATEGORY, terms("categories", CATEGORIES_MAX));
        add(asked, filters, Facet.PROVINCE, terms("province", PROVINCES_MAX));
        if (provinceCode != null && !provinceCode.isEmpty()) {
            add(asked, filters, Facet.COUNTY, terms("county", COUNTIES_MAX));
        }
        add(
                asked,
                filters,
                Facet.POOR_COUNTY,
                Aggregation.of(one -> one.filter(
                        filter -> filter.term(term -> term.field("poor").value(true)))));
        add(
                asked,
                filters,
                Facet.PRICE,
                Aggregation.of(one -> one.range(range -> range.field("priceFen").ranges(bands()))));
        return asked;
    }

    static Facets read(Map<String, Aggregate> counted) {
        return new Facets(
                counts(counted, Facet.CATEGORY),
                counts(counted, Facet.PROVINCE),
                counts(counted, Facet.COUNTY),
                poorCounty(counted),
                prices(counted));
    }

    private static void add(Map<String, Aggregation> asked, Filters filters, Facet facet, Aggregation counting) {
        List<Query> around = filters.around(facet);
        asked.put(
                facet.name(),
                around.isEmpty()
                        ? counting
                        : Aggregation.of(one -> one.filter(Filters.all(around)).aggregations(INNER, counting)));
    }

    private static Aggregation terms(String field, int size) {
        return Aggregation.of(one -> one.terms(terms -> terms.field(field).size(size)));
    }

    private static List<AggregationRange> bands() {
        List<AggregationRange> bands = new ArrayList<>();
        for (int i = 0; i <= PRICE_STEPS.size(); i++) {
            Long from = i == 0 ? null : PRICE_STEPS.get(i - 1);
            Long below = i == PRICE_STEPS.size() ? null : PRICE_STEPS.get(i);
            bands.add(AggregationRange.of(band -> {
                if (from != null) {
                    band.from(from.doubleValue());
                }
                if (below != null) {
                    band.to(below.doubleValue());
                }
                return band;
            }));
        }
        return bands;
    }

    /**
     * A narrowed facet lies one level deeper. The poor-county count is itself a filter, so the name tells, not the
     * kind.
     */
    private static @Nullable Aggregate of(Map<String, Aggregate> counted, Facet facet) {
        Aggregate found = counted.get(facet.name());
        if (found != null && found.isFilter()) {
            Aggregate inner = found.filter().aggregations().get(INNER);
            return inner == null ? found : inner;
        }
        return found;
    }

    private static List<FacetCount> counts(Map<String, Aggregate> counted, Facet facet) {
        Aggregate found = of(counted, facet);
        return found == null || !found.isSterms()
                ? List.of()
                : found.sterms().buckets().array().stream()
                        .map(bucket -> new FacetCount(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
    }

    private static long poorCounty(Map<String, Aggregate> counted) {
        Aggregate found = of(counted, Facet.POOR_COUNTY);
        return found == null ? 0 : found.filter().docCount();
    }

    private static List<PriceBand> prices(Map<String, Aggregate> counted) {
        Aggregate found = of(counted, Facet.PRICE);
        List<PriceBand> prices = new ArrayList<>();
        if (found != null) {
            List<RangeBucket> buckets = found.range().buckets().array();
            for (int i = 0; i < buckets.size(); i++) {
                Long min = i == 0 ? null : PRICE_STEPS.get(i - 1);
                Long max = i == PRICE_STEPS.size() ? null : PRICE_STEPS.get(i) - 1;
                prices.add(new PriceBand(min, max, buckets.get(i).docCount()));
            }
        }
        return prices;
    }
}
