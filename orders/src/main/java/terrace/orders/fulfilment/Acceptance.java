package terrace.orders.fulfilment;

import java.time.Instant;
import terrace.orders.purchases.OrderState;

/** What became of a member's word that the goods have come. */
public sealed interface Acceptance {

    /** Accepted now or before; the merchant's money is theirs. */
    record Accepted(Instant at) implements Acceptance {}

    /** The goods have not been sent. */
    record NotShipped(OrderState state) implements Acceptance {}
}
