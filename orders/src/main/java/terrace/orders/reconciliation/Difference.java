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
 * @param type charge, refund or transfer
 * @param clearedAt when a later file explained it
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
        @Nullable Instant clearedAt) {

    /** What kind of difference it is. */
    public enum Kind {
        /** 长款: in the file and unknown to us. */
        MISSING_HERE,
        /** 短款: known to us and in no file after two days. */
        MISSING_THERE,
        /** In both with different amounts. */
        AMOUNT_DIFFERS
    }
}
