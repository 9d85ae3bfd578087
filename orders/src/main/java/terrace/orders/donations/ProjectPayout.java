package terrace.orders.donations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of a project that was paid on by the charity's bank, and what the payee said of it.
 *
 * @param payee an organisation, never a private person
 * @param received what the payee says it was used for; null until there is a word
 */
@MappedEntity(value = "project_payout", schema = "orders")
public record ProjectPayout(
        @Id UUID id,
        long number,
        UUID projectId,
        long fen,
        String payee,
        String purpose,
        LocalDate paidOn,
        String bankReference,
        String evidenceKey,
        String evidenceType,
        @Nullable String received,
        @Nullable LocalDate receivedOn,
        @Nullable String receiptKey,
        @Nullable String receiptType) {}
