package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank's record and ours part, in fen.
 *
 * @param type what moved, such as CHARGE or REFUND
 * @param clearedAt when a later file explained it
 * @param ownerId who sees to it
 * @param note what was found out so far
 * @param writtenOffAt when two persons gave it up
 */
@MappedEntity(value = "bank_difference", schema = "orders")
public record Difference(
        @Id UUID id,
        Kind kind,
        String type,
        String ourRef,
        long bankFen,
        long ourFen,
        LocalDate day,
        Instant foundAt,
        @Nullable Instant clearedAt,
        @Nullable UUID ownerId,
        @Nullable String note,
        @Nullable Instant writtenOffAt) {

    /** What kind of difference it is. */
    public enum Kind {
        /** 长款: in the file and unknown to us. */
        MISSING_HERE,
        /** 短款: known to us and in no file after two days. */
        MISSING_THERE,
        /** In both with different amounts. */
        AMOUNT_DIFFERS
    }

    /** Whether somebody must still see to it. */
    public boolean open() {
        return clearedAt == null && writtenOffAt == null;
    }

    /** What waits for it in suspense: positive where the bank has more than we, 0 where nothing was posted. */
    public long overFen() {
        boolean in = DayFile.Type.valueOf(type).in();
        return switch (kind) {
            case MISSING_HERE -> in ? bankFen : -bankFen;
            // what should have gone out stays in flight until the bank has answered for it
            case MISSING_THERE -> type.equals(DayFile.Type.CHARGE.name()) ? -ourFen : 0;
            case AMOUNT_DIFFERS -> in ? bankFen - ourFen : ourFen - bankFen;
        };
    }
}
