package terrace.orders.payment;

import java.net.URI;
import java.util.UUID;

/** How an attempt to pay begins. */
public sealed interface PaymentStart {

    /** Send the member to the bank's page. */
    record Started(UUID paymentId, URI bankPage) implements PaymentStart {}

    /** The payable is paid already; show it. */
    record AlreadyPaid(UUID paymentId) implements PaymentStart {}

    /** The payable is cancelled, expired or unknown. */
    record NotOpen() implements PaymentStart {}

    /** The bank does not answer now; nothing was charged, the same button may be pressed again. */
    record BankSilent(UUID paymentId) implements PaymentStart {}
}
