package terrace.marketplace.oversight;

import terrace.marketplace.merchants.Suspension;

/** What came of suspending a merchant. */
public sealed interface Suspending {

    /** In force; the same reason with the same notice once more is the same. */
    record Suspended(Suspension suspension) implements Suspending {}

    /** The shop has to be told why. */
    record NoticeMissing() implements Suspending {}
}
