package terrace.orders.runs;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run pays one merchant, in fen.
 *
 * @param debtFen what the merchant owed when it was drafted, collected first
 * @param fen what is paid; 0 where it is held
 */
@MappedEntity(value = "settlement_line", schema = "orders")
public record RunLine(
        UUID runId,
        UUID merchantId,
        long availableFen,
        long debtFen,
        long fen,
        @Nullable Held held) {

    /** Why nothing is paid. */
    public enum Held {
        /** Payouts to the merchant are stopped. */
        STOPPED,
        /** There is no proven account to pay to. */
        UNPROVEN,
        /** The merchant owes as much as there is. */
        OWES,
        /** The run would pay more than a run may; the next one will. */
        RUN_CAP
    }
}
