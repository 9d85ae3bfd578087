package terrace.orders.clearing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An accepted order of a payment that its bank has split.
 *
 * @param acceptedOn the day told to the bank
 * @param trouble what the bank or the line said last
 */
@MappedEntity(value = "clearing", schema = "orders")
record Clearing(
        @Id UUID orderId,
        UUID paymentId,
        String channel,
        LocalDate acceptedOn,
        State state,
        int tries,
        @Nullable String trouble) {

    /** How far it is. */
    enum State {
        WAITING,
        TOLD,
        /** The bank will not hear of it: a person must look. */
        REFUSED
    }
}
