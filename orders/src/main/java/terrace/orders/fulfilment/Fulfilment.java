package terrace.orders.fulfilment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The door to goods on their way. */
@Singleton
public class Fulfilment {

    /** After so long on the way, time accepts an order in the member's place. */
    public static final Duration ACCEPTANCE_WINDOW = Duration.ofDays(10);

    Fulfilment() {}

    /** The merchant has sent an order; empty when it is not this merchant's. The same words twice are one shipment. */
    public Optional<Dispatch> ship(UUID merchantId, String number, Courier courier, String trackingNumber) {
        throw new UnsupportedOperationException();
    }

    /** The member has the goods; empty when it is not this member's order. The merchant's money is released once. */
    public Optional<Acceptance> accept(UUID memberId, String number) {
        throw new UnsupportedOperationException();
    }

    /** Accepts what has been on its way for the whole window; says how many. */
    public int acceptDue() {
        throw new UnsupportedOperationException();
    }
}
