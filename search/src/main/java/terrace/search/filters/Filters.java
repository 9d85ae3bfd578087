package terrace.search.filters;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.pavilions.Pavilion;
import terrace.search.filters.Belongings.Known;

/** Turns what is chosen into conditions of the index. */
@Singleton
public class Filters {
    private final Belongings belongings;
    private final Merchants merchants;

    Filters(Belongings belongings, Merchants merchants) {
        this.belongings = belongings;
        this.merchants = merchants;
    }

    /** @param home two digits of the province for which deliveries are counted, empty for none */
    public Narrowing of(Chosen chosen, String home) {
        Known known = belongings.known();
        Map<Facet, Query> queries = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            // a province holds its counties: the two are one condition
            if (facet != Facet.COUNTY && chosen.has(facet)) {
                queries.put(facet, query(facet, chosen, known));
            }
        }
        if (chosen.has(Facet.COUNTY)) {
            queries.put(Facet.PROVINCE, place(chosen));
        }
        return new Narrowing(queries, chosen, home, known);
    }

    private Query query(Facet facet, Chosen chosen, Known known) {
        List<String> values = chosen.of(facet);
        return switch (facet) {
            case CATEGORY -> terms("categories", values);
            case PROVINCE, COUNTY -> place(chosen);
            case POOR -> isTrue("poor");
            case PRICE -> bands("priceFen", chosen.bands(facet));
            case JIN -> bands("perJinFen", chosen.bands(facet));
            case WEIGHT -> bands("grams", chosen.bands(facet));
            case PROOF -> terms("proofs", values);
            case PAVILION ->
                any(values.stream().map(code -> pavilion(code, known)).toList());
            case CAMPAIGN ->
                any(values.stream().map(slug -> campaign(slug, known)).toList());
            case MERCHANT -> terms("merchant", texts(merchants.idsOf(values)));
            case STOCK -> isTrue("inStock");
            case DELIVERY ->
                any(values.stream().map(province -> sentTo(province, known)).toList());
            case FRESH -> fresh(known);
        };
    }

    private static Query place(Chosen chosen) {
        return any(List.of(terms("province", chosen.wholeProvinces()), terms("county", chosen.of(Facet.COUNTY))));
    }

    static Query pavilion(String code, Known known) {
        return known.pavilions().stream()
                .filter(pavilion -> pavilion.code().equals(code))
                .findFirst()
                .map(pavilion -> pavilion(pavilion, known))
                .orElseGet(() -> terms("merchant", List.of()));
    }

    private static Query pavilion(Pavilion pavilion, Known known) {
        return pavilion.kind() == Pavilion.Kind.ORIGIN
                ? terms("province", List.of(Objects.requireNonNull(pavilion.provinceCode())))
                : terms("merchant", texts(known.members().getOrDefault(pavilion.code(), java.util.Set.of())));
    }

    static Query campaign(String slug, Known known) {
        return terms("id", texts(known.campaigns().getOrDefault(slug, java.util.Set.of())));
    }

    static Query sentTo(String provinceCode, Known known) {
        Query not = terms("freight", texts(known.notDelivering(provinceCode)));
        return BoolQuery.of(bool -> bool.mustNot(not))._toQuery();
    }

    static Query fresh(Known known) {
        long first = known.today().minusDays(Facet.FRESH_DAYS).toEpochDay();
        return bands("harvested", List.of(new Band(first, null)));
    }

    static Query isTrue(String field) {
        return Query.of(query -> query.term(term -> term.field(field).value(true)));
    }

    static Query terms(String field, Collection<String> values) {
        List<FieldValue> all = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(all))));
    }

    static Query all(Collection<Query> filters) {
        return BoolQuery.of(bool -> bool.filter(List.copyOf(filters)))._toQuery();
    }

    private static Query any(Collection<Query> filters) {
        return filters.size() == 1
                ? filters.iterator().next()
                : BoolQuery.of(bool -> bool.should(List.copyOf(filters)).minimumShouldMatch("1"))
                        ._toQuery();
    }

    private static Query bands(String field, List<Band> bands) {
        List<Query> ranges = new ArrayList<>();
        for (Band band : bands) {
            Long below = band.below();
            ranges.add(Query.of(query -> query.range(range -> range.number(number -> {
                number.field(field).gte((double) band.from());
                return below == null ? number : number.lt(below.doubleValue());
            }))));
        }
        return any(ranges);
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
