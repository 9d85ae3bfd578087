package terrace.orders.gateway;

import java.util.Optional;
import java.util.UUID;

/** What a letter from the bank is worth. */
public sealed interface BankNotice {

    /**
     * The bank wrote it. It is still only a hint to ask: amounts and states in it are nowhere used.
     *
     * @param eventId the same for every copy of the same notice
     */
    record Genuine(String eventId, String type, Optional<UUID> paymentId, Optional<UUID> refundId)
            implements BankNotice {}

    /** Nothing to act on. */
    record Refused(Flaw flaw) implements BankNotice {}

    /** Why a letter is refused; the name is counted. */
    enum Flaw {
        TOO_LARGE,
        MALFORMED,
        FORGED,
        TOO_OLD,
        FROM_THE_FUTURE,
        UNREADABLE,
        UNKNOWN_CHANNEL
    }
}
