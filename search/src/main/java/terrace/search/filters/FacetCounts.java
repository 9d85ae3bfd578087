package terrace.search.filters;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import terrace.marketplace.pavilions.Pavilion;

/** Asks for the counts beside the list, and reads them. What narrows several facets alike is worked out once. */
final class FacetCounts {
    private static final int CATEGORIES_MAX = 300;
    private static final int PROVINCES_MAX = 40;
    private static final int COUNTIES_MAX = 60;
    private static final int MERCHANTS_MAX = 20;
    private static final int PROOFS_MAX = 20;
    private static final int PAVILIONS_MAX = 12;
    private static final int CAMPAIGNS_MAX = 12;
    /** Facets nothing is chosen of, narrowed by all that is. */
    private static final String OTHERS = "others";

    private final Narrowing narrowing;

    FacetCounts(Narrowing narrowing) {
        this.narrowing = narrowing;
    }

    Map<String, Aggregation> asked() {
        Map<String, Aggregation> asked = new LinkedHashMap<>();
        Map<String, Aggregation> others = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (narrowing.narrows(facet)) {
                asked.put(facet.name(), within(narrowing.around(facet), facet));
            } else if (facet == Facet.COUNTY) {
                if (narrowing.narrows(Facet.PROVINCE)) {
                    asked.put(facet.name(), within(ofProvinces(), facet));
                }
            } else if (isAsked(facet)) {
                others.put(facet.name(), counting(facet));
            }
        }
        // also when nothing narrows: counts of their own would each ask the whole query again for every bucket
        asked.put(
                OTHERS,
                Aggregation.of(one -> one.filter(Filters.all(narrowing.all())).aggregations(others)));
        return asked;
    }

    Facets read(Map<String, Aggregate> answer) {
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        Map<Facet, Long> lifted = new EnumMap<>(Facet.class);
        Aggregate together = answer.get(OTHERS);
        Map<String, Aggregate> others =
                together == null ? Map.of() : together.filter().aggregations();
        for (Facet facet : Facet.values()) {
            boolean own = narrowing.narrows(facet) || facet == Facet.COUNTY;
            Aggregate outer = own ? answer.get(facet.name()) : null;
            Aggregate found = outer == null
                    ? own ? null : others.get(facet.name())
                    : outer.filter().aggregations().get(facet.name());
            if (outer != null && narrowing.narrows(facet)) {
                lifted.put(facet, outer.filter().docCount());
            }
            if (found != null) {
                counts.put(facet, counts(facet, found));
            }
        }
        return new Facets(counts, lifted);
    }

    private boolean isAsked(Facet facet) {
        return switch (facet) {
            case DELIVERY -> !narrowing.home().isEmpty();
            case CAMPAIGN -> !campaigns().isEmpty();
            case PAVILION -> !pavilions().isEmpty();
            default -> true;
        };
    }

    private Aggregation within(List<Query> filters, Facet facet) {
        Map<String, Aggregation> inner = isAsked(facet) ? Map.of(facet.name(), counting(facet)) : Map.of();
        return Aggregation.of(one -> one.filter(Filters.all(filters)).aggregations(inner));
    }

    /** Counties of the chosen provinces, all of them, whichever of them are chosen. */
    private List<Query> ofProvinces() {
        List<Query> filters = new ArrayList<>(narrowing.around(Facet.PROVINCE));
        filters.add(Filters.terms("province", narrowing.chosen().of(Facet.PROVINCE)));
        return filters;
    }

    private Aggregation counting(Facet facet) {
        return switch (facet) {
            case CATEGORY -> terms("categories", CATEGORIES_MAX);
            case PROVINCE -> terms("province", PROVINCES_MAX);
            case COUNTY -> terms("county", COUNTIES_MAX);
            case PRICE -> bands(facet, "priceFen");
            case JIN -> bands(facet, "perJinFen");
            case WEIGHT -> bands(facet, "grams");
            case PROOF -> terms("proofs", PROOFS_MAX);
            case MERCHANT -> terms("merchant", MERCHANTS_MAX);
            case POOR -> each(Map.of(Facet.ON, Filters.isTrue("poor")));
            case STOCK -> each(Map.of(Facet.ON, Filters.isTrue("inStock")));
            case FRESH -> each(Map.of(Facet.ON, Filters.fresh(narrowing.known())));
            case DELIVERY -> each(Map.of(narrowing.home(), Filters.sentTo(narrowing.home(), narrowing.known())));
            case PAVILION -> each(named(pavilions(), Filters::pavilion));
            case CAMPAIGN -> each(named(campaigns(), Filters::campaign));
        };
    }

    /** Pavilions of provinces are left to the provinces, unless one is chosen. */
    private List<String> pavilions() {
        return Stream.concat(
                        narrowing.chosen().of(Facet.PAVILION).stream(),
                        narrowing.known().pavilions().stream()
                                .filter(pavilion -> pavilion.kind() != Pavilion.Kind.ORIGIN)
                                .map(Pavilion::code)
                                .filter(narrowing.known().members()::containsKey))
                .distinct()
                .limit(PAVILIONS_MAX)
                .toList();
    }

    private List<String> campaigns() {
        return narrowing.known().campaigns().keySet().stream()
                .limit(CAMPAIGNS_MAX)
                .toList();
    }

    private Map<String, Query> named(List<String> keys, Naming naming) {
        Map<String, Query> named = new LinkedHashMap<>();
        keys.forEach(key -> named.put(key, naming.query(key, narrowing.known())));
        return named;
    }

    private static Aggregation each(Map<String, Query> queries) {
        return Aggregation.of(
                one -> one.filters(filters -> filters.filters(Buckets.of(keyed -> keyed.keyed(queries)))));
    }

    private static Aggregation terms(String field, int size) {
        return Aggregation.of(one -> one.terms(terms -> terms.field(field).size(size)));
    }

    private static Aggregation bands(Facet facet, String field) {
        List<AggregationRange> ranges = Band.of(facet).stream()
                .map(band -> AggregationRange.of(range -> {
                    Long below = band.below();
                    range.key(band.written()).from((double) band.from());
                    return below == null ? range : range.to(below.doubleValue());
                }))
                .toList();
        return Aggregation.of(one -> one.range(range -> range.field(field).ranges(ranges)));
    }

    private static List<FacetCount> counts(Facet facet, Aggregate found) {
        if (found.isRange()) {
            Map<String, Long> counted = new LinkedHashMap<>();
            for (RangeBucket bucket : found.range().buckets().array()) {
                counted.put(bucket.key() == null ? "" : bucket.key(), bucket.docCount());
            }
            return Band.of(facet).stream()
                    .map(band -> new FacetCount(band.written(), counted.getOrDefault(band.written(), 0L)))
                    .toList();
        }
        if (found.isFilters()) {
            return found.filters().buckets().keyed().entrySet().stream()
                    .map(bucket ->
                            new FacetCount(bucket.getKey(), bucket.getValue().docCount()))
                    .sorted((a, b) -> Long.compare(b.count(), a.count()))
                    .toList();
        }
        return !found.isSterms()
                ? List.of()
                : found.sterms().buckets().array().stream()
                        .map(bucket -> new FacetCount(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
    }

    /** Makes the condition for one of many. */
    private interface Naming {
        Query query(String key, Belongings.Known known);
    }
}
