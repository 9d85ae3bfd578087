package terrace.marketplace.households;

import java.util.List;

/** What came of writing a family down. */
public sealed interface Entering {

    record Entered(int number) implements Entering {}

    record Refused(List<HouseholdFault> faults) implements Entering {}
}
