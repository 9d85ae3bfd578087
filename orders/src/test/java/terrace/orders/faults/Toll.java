package terrace.orders.faults;

import java.util.Locale;

/**
 * What a round took; from {@code lost} to {@code unallocatedFen} all are to be nothing.
 *
 * @param placed purchases whose member was told that they are placed
 * @param acknowledged purchases whose member was told that they are paid
 * @param failures acts that ended in an error the member saw
 * @param lost purchases of which something else is true than their member was told
 * @param charged purchases paid twice
 * @param unrefunded unwanted money, or called-off orders, that did not go back
 * @param unallocatedFen what the bank holds more, or less, than the ledger says
 * @param backMillis from the kill until somebody could buy again; -1 where nobody came after it
 * @param recoveryMillis from the end of the faults until everything was settled
 */
record Toll(
        int round,
        String killed,
        long placed,
        long acknowledged,
        long failures,
        long lost,
        long charged,
        long unrefunded,
        long stockDrift,
        long imbalance,
        long unallocatedFen,
        long backMillis,
        long recoveryMillis,
        String faults) {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%5s %-11s %7s %12s %8s %5s %7s %10s %6s %9s %11s %8s %8s  %s",
            "round",
            "killed",
            "placed",
            "acknowledged",
            "failures",
            "lost",
            "charged",
            "unrefunded",
            "stock",
            "imbalance",
            "unallocated",
            "back",
            "settled",
            "faults");

    boolean clean() {
        return lost + charged + unrefunded + stockDrift + imbalance == 0 && unallocatedFen == 0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%5d %-11s %7d %12d %8d %5d %7d %10d %6d %9d %11d %6dms %6dms  %s",
                round,
                killed,
                placed,
                acknowledged,
                failures,
                lost,
                charged,
                unrefunded,
                stockDrift,
                imbalance,
                unallocatedFen,
                backMillis,
                recoveryMillis,
                faults);
    }
}
