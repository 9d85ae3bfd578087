package terrace.orders.runs;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One settlement run as a document. Money in fen.
 *
 * @param number what people call it by
 * @param merchants how many are paid by it
 * @param capFen what a run may pay at most, when it was drafted
 * @param merchantCapFen what it may pay one merchant at most
 */
@MappedEntity(value = "settlement_run", schema = "orders")
public record SettlementRun(
        @Id UUID id,
        long number,
        State state,
        int merchants,
        long fen,
        long capFen,
        long merchantCapFen,
        UUID draftedBy,
        Instant draftedAt,
        @Nullable UUID checkedBy,
        @Nullable Instant checkedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant sentAt,
        @Nullable Instant inFileAt,
        @Nullable UUID droppedBy,
        @Nullable Instant droppedAt) {

    /** How far it is. */
    public enum State {
        DRAFT,
        /** The books were found in order, and every sum still covered. */
        CHECKED,
        /** By another person than drafted it; payouts are being instructed. */
        APPROVED,
        /** Every payout was instructed. */
        SENT,
        /** The bank's files show every payout, but for those it returned. */
        IN_FILE,
        DROPPED
    }

    /** Whether it promises money that no other run may promise meanwhile. */
    public boolean open() {
        return state == State.DRAFT || state == State.CHECKED || state == State.APPROVED;
    }
}
