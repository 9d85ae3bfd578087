package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A bank file as it was taken in; the bytes are in the file store under its key. */
@MappedEntity(value = "bank_file", schema = "orders")
public record BankFile(
        @Id UUID id,
        LocalDate day,
        String sha256,
        String fileKey,
        int lines,
        long closingFen,
        Instant takenInAt,
        String takenInBy) {}
