package terrace.marketplace.bankaccounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account a merchant gave.
 *
 * @param bank as typed; empty for one taken over
 * @param masked the number with all but its last digits hidden
 * @param payee what the bank knows it as
 * @param change whether it waits for a second person and for time to pass
 * @param givenBy null for one taken over
 * @param inUseFrom once proven it is paid to from then on; null while nobody has confirmed the change
 * @param underWay neither in use nor at an end
 */
public record BankAccount(
        UUID id,
        UUID merchantId,
        String holder,
        String bank,
        String masked,
        String payee,
        State state,
        boolean change,
        @Nullable UUID givenBy,
        Instant givenAt,
        @Nullable UUID confirmedBy,
        @Nullable Instant inUseFrom,
        @Nullable Instant provenAt,
        @Nullable Instant stoppedAt,
        boolean underWay) {

    public enum State {
        /** The bank is being asked. */
        GIVEN,
        /** The bank says that it is another's. */
        MISMATCHED,
        /** The bank knows no such account. */
        UNKNOWN,
        /** A small sum was sent; the merchant is to say how much. */
        AWAITING,
        /** Guessed wrong too often, or asked too often today. */
        SPENT,
        PROVEN
    }

    /** Whether somebody else has to say yes. */
    public boolean toConfirm() {
        return underWay && change && confirmedBy == null;
    }

    /** The holder is personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "BankAccount[" + id + " " + state + "]";
    }
}
