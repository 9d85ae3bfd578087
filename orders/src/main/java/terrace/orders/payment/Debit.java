package terrace.orders.payment;

import java.util.UUID;

/** What came of charging somebody by an agreement. */
public sealed interface Debit {

    /** The money is here. */
    record Charged(UUID paymentId) implements Debit {}

    /** The bank has not said yet: no second charge, it is settled later. */
    record BeingConfirmed(UUID paymentId) implements Debit {}

    /** The bank will not: nothing was charged. */
    record Declined(UUID paymentId) implements Debit {}

    /** There is nothing to pay any more. */
    record NotOpen() implements Debit {}
}
