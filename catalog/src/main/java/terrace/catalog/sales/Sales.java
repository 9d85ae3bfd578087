package terrace.catalog.sales;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import terrace.catalog.listings.Listings;

/** What was sold. Sums reach the listings some seconds later, in pieces, so that no buyer waits for another's count. */
@Singleton
public class Sales {
    private final SaleRows rows;
    private final Listings listings;

    Sales(SaleRows rows, Listings listings) {
        this.rows = rows;
        this.listings = listings;
    }

    /** Keeps the fact once, however often it is told. */
    @Transactional
    public void record(SaleFact fact) {
        rows.keep(List.of(fact));
    }

    @Transactional
    public void recordAll(Collection<SaleFact> facts) {
        rows.keep(facts);
    }

    /** Brings sums of new facts to their listings, in a transaction of its own; returns how many facts were counted. */
    @Transactional
    public int countDue(int limit) {
        SaleRows.Counted counted = rows.takeUncounted(limit);
        if (counted.facts() > 0) {
            listings.soldMore(counted.pieces());
        }
        return counted.facts();
    }
}
