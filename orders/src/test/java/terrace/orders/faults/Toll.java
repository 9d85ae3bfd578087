package terrace.orders.faults;

import java.util.Locale;

/**
 * What a round took; all but the first two and the last are to be nothing.
 *
 * @param acknowledged purchases whose member was told that they are paid
 * @param failures acts that ended in an error the member saw
 * @param lost acknowledged purchases that are not paid
 * @param charged purchases paid twice
 * @param unrefunded unwanted money, or called-off orders, that did not go back
 * @param unallocatedFen what the bank holds more, or less, than the ledger says
 * @param recoveryMillis from the end of the faults until everything was settled
 */
record Toll(
        int round,
        long acknowledged,
        long failures,
        long lost,
        long charged,
        long unrefunded,
        long stockDrift,
        long imbalance,
        long unallocatedFen,
        long recoveryMillis,
        String faults) {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%5s %12s %8s %5s %7s %10s %6s %9s %11s %8s  %s",
            "round",
            "acknowledged",
            "failures",
            "lost",
            "charged",
            "unrefunded",
            "stock",
            "imbalance",
            "unallocated",
            "recovery",
            "faults");

    boolean clean() {
        return lost + charged + unrefunded + stockDrift + imbalance == 0 && unallocatedFen == 0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%5d %12d %8d %5d %7d %10d %6d %9d %11d %6dms  %s",
                round,
                acknowledged,
                failures,
                lost,
                charged,
                unrefunded,
                stockDrift,
                imbalance,
                unallocatedFen,
                recoveryMillis,
                faults);
    }
}
