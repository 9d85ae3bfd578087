package terrace.catalog.sales;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** What was sold. Sums reach the listings some seconds later, in pieces. */
@Singleton
public class Sales {

    Sales() {}

    /** Keeps the fact once, however often it is told. */
    public void record(SaleFact fact) {
        recordAll(List.of(fact));
    }

    public void recordAll(Collection<SaleFact> facts) {
        throw new UnsupportedOperationException();
    }

    /** Brings sums of new facts to their listings, in a transaction of its own; returns how many facts were counted. */
    public int countDue(int limit) {
        throw new UnsupportedOperationException();
    }
}
