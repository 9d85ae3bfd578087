package terrace.catalog.sales;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import terrace.catalog.listings.Listings;
import terrace.marketplace.events.Events;

/** What was sold. Sums reach the listings some seconds later, in pieces, so that no buyer waits for another's count. */
@Singleton
public class Sales {
    private final SaleRows rows;
    private final Listings listings;
    private final Events events;

    Sales(SaleRows rows, Listings listings, Events events) {
        this.rows = rows;
        this.listings = listings;
        this.events = events;
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

    /** Tells those above which goods were paid for together; nothing of it is kept here. */
    @Transactional
    public void basket(BasketSold basket) {
        events.publish(basket);
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
