package terrace.orders.agreements;

import java.util.UUID;

/** Whether something may be charged by an agreement. */
public sealed interface Use {

    /** It may; it counts against the day's limit from now on. */
    record Reserved(UUID agreementId) implements Use {}

    /** The member has signed none. */
    record NotSigned() implements Use {}

    /** More than one payment may be, in fen. */
    record OverPayment(long limitFen) implements Use {}

    /** More than is left of this day, in fen. */
    record OverDay(long leftFen) implements Use {}
}
