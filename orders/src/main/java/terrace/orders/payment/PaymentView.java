package terrace.orders.payment;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member should be told about a payment: the truth as far as it is known. */
public sealed interface PaymentView {

    /** Our id of the payment; pass it to {@link Payments#resolve}. */
    UUID paymentId();

    /** The amount in fen. */
    long fen();

    /** The money is here and belongs to the orders. */
    record Taken(UUID paymentId, long fen, Instant at) implements PaymentView {}

    /** The bank is still working, or could not be asked: no promise, no second payment. */
    record BeingConfirmed(UUID paymentId, long fen) implements PaymentView {}

    /** Nothing was charged and nothing will be. */
    record Failed(UUID paymentId, long fen) implements PaymentView {}

    /** Not paid yet; the page at the bank still waits. Null until the bank has given one. */
    record Open(UUID paymentId, long fen, @Nullable URI bankPage, Instant expires) implements PaymentView {}

    /** The money came too late or twice and goes back to the payer; arrived once the bank says so. */
    record Returned(UUID paymentId, long fen, boolean arrived) implements PaymentView {}
}
