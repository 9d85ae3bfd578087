package terrace.search.filters;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.search.filters.Belongings.Known;

/**
 * What is chosen, as conditions of the index. A condition narrows the hits and the counts of all other facets, but not
 * its own, so that the other choices keep their counts.
 */
public final class Narrowing {
    private final Map<Facet, Query> queries;
    private final Chosen chosen;
    private final String home;
    private final Known known;
    private final long edition;

    Narrowing(Map<Facet, Query> queries, Chosen chosen, String home, Known known) {
        this.queries = queries;
        this.chosen = chosen;
        this.home = home;
        this.known = known;
        this.edition = chosen.has(Facet.DELIVERY) ? System.nanoTime() : known.edition();
    }

    /** For the hits alone, after the facets were counted. */
    public Optional<Query> afterwards() {
        return queries.isEmpty() ? Optional.empty() : Optional.of(Filters.all(queries.values()));
    }

    /** The counts to ask for together with the hits, to be read by {@link #counted}. */
    public Map<String, Aggregation> counts() {
        return new FacetCounts(this).asked();
    }

    public Facets counted(Map<String, Aggregate> answer) {
        return new FacetCounts(this).read(answer);
    }

    /** Whether what travels by this template is sent to where the shopper lives, as far as that is known. */
    public boolean sentHome(UUID freight) {
        return !home.isEmpty() && !known.notDelivering(home).contains(freight);
    }

    /**
     * Names what was known of pavilions and campaigns: another one, and other goods may belong to them. Of tariffs that
     * is not known, so that who narrows by them has one of their own each time.
     */
    public long edition() {
        return edition;
    }

    boolean narrows(Facet facet) {
        return queries.containsKey(facet);
    }

    List<Query> all() {
        return List.copyOf(queries.values());
    }

    /** What narrows this facet: everything chosen elsewhere. */
    List<Query> around(Facet facet) {
        List<Query> others = new ArrayList<>();
        queries.forEach((other, query) -> {
            if (other != facet) {
                others.add(query);
            }
        });
        return others;
    }

    Chosen chosen() {
        return chosen;
    }

    String home() {
        return home;
    }

    Known known() {
        return known;
    }
}
