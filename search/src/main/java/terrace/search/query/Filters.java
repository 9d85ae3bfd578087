package terrace.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper ticked. A filter that has a facet narrows the hits and all other facets, but not its own, so that the
 * other choices keep their counts; one without a facet narrows everything.
 */
final class Filters {
    /** Facets that stand beside the list. */
    enum Facet {
        CATEGORY,
        PROVINCE,
        COUNTY,
        POOR_COUNTY,
        PRICE
    }

    private final Map<Facet, Query> chosen = new EnumMap<>(Facet.class);
    private final List<Query> always = new ArrayList<>();

    Filters(SearchRequest request) {
        choose(Facet.CATEGORY, "categories", request.categorySlug());
        choose(Facet.PROVINCE, "province", request.provinceCode());
        choose(Facet.COUNTY, "county", request.countyCode());
        if (request.poorCountyOnly()) {
            chosen.put(Facet.POOR_COUNTY, isTrue("poor"));
        }
        if (request.minFen() != null || request.maxFen() != null) {
            chosen.put(Facet.PRICE, price(request.minFen(), request.maxFen()));
        }
        if (request.inStockOnly()) {
            always.add(isTrue("inStock"));
        }
    }

    /** For the query itself: narrows hits and all facets. */
    List<Query> always() {
        return always;
    }

    /** For the hits, after the facets were counted. */
    Collection<Query> afterwards() {
        return chosen.values();
    }

    /**
     * What narrows this facet: everything chosen elsewhere. A province holds its counties, so neither hides the
     * other's.
     */
    List<Query> around(Facet facet) {
        List<Query> others = new ArrayList<>();
        chosen.forEach((other, filter) -> {
            boolean own = other == facet || (facet == Facet.PROVINCE && other == Facet.COUNTY);
            if (!own) {
                others.add(filter);
            }
        });
        return others;
    }

    static Query all(Collection<Query> filters) {
        return BoolQuery.of(bool -> bool.filter(List.copyOf(filters)))._toQuery();
    }

    private void choose(Facet facet, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            chosen.put(
                    facet,
                    Query.of(query -> query.term(term -> term.field(field).value(value))));
        }
    }

    private static Query isTrue(String field) {
        return Query.of(query -> query.term(term -> term.field(field).value(true)));
    }

    private static Query price(@Nullable Long min, @Nullable Long max) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field("priceFen");
            if (min != null) {
                number.gte(min.doubleValue());
            }
            if (max != null) {
                number.lte(max.doubleValue());
            }
            return number;
        })));
    }
}
