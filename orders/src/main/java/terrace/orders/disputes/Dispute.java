package terrace.orders.disputes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disputed payment of one order, in fen.
 *
 * @param bankCase the bank's number of it
 * @param commissionFen what of it the platform's commission bears; the merchant bears the rest
 * @param takenInFile the day of the bank file that shows the money taken back
 * @param returnedInFile the day of the file that shows it given back, once it is won
 */
@MappedEntity(value = "dispute", schema = "orders")
public record Dispute(
        @Id UUID id,
        String bankCase,
        UUID orderId,
        UUID paymentId,
        UUID merchantId,
        long fen,
        long commissionFen,
        String reason,
        State state,
        UUID openedBy,
        Instant openedAt,
        @Nullable Instant decidedAt,
        @Nullable LocalDate takenInFile,
        @Nullable LocalDate returnedInFile) {

    /** What the bank has decided. */
    public enum State {
        OPEN,
        /** For the merchant: the bank gives the money back. */
        WON,
        /** For the payer: the money stays away. */
        LOST
    }

    /** What the merchant bears of it. */
    public long merchantFen() {
        return fen - commissionFen;
    }
}
