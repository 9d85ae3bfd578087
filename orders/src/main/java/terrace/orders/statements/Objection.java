package terrace.orders.statements;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's word against a line of a statement, and the operator's answer.
 *
 * @param upheld whether the merchant was right; null while it is not answered
 */
@MappedEntity(value = "objection", schema = "orders")
public record Objection(
        @Id UUID id,
        UUID merchantId,
        UUID journalId,
        String words,
        UUID raisedBy,
        Instant raisedAt,
        @Nullable String answer,
        @Nullable Boolean upheld,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt) {}
