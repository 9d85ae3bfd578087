package terrace.catalog.lots;

import java.util.Set;

/** What became of a lot that was to be recorded. */
public sealed interface Recording {
    /** It stands; also the answer when it stood already. */
    record Recorded(Lot lot) implements Recording {}

    record Refused(Set<Fault> faults) implements Recording {}

    /** What is wrong with a lot. */
    enum Fault {
        /** Not yet, or longer ago than anything still for sale. */
        HARVEST_DAY,
        COUNTY_UNKNOWN,
        VILLAGE_LENGTH,
        GRAMS_RANGE,
        CERTIFICATE_LENGTH,
        TEST_REPORT_LENGTH
    }
}
