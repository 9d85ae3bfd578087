package terrace.orders.reversals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Bearer;

/** Who had paid a part of a line; stored by name. */
public enum PaidBy {
    BUYER,
    PLATFORM,
    ORGANISER,
    /** The buyer's points, for which the platform pays. */
    POINTS;

    /** The fund that had paid a part and gets it back. */
    Account fund(@Nullable UUID bearerId) {
        return Bearer.valueOf(name()).fund(bearerId).orElseThrow();
    }
}
