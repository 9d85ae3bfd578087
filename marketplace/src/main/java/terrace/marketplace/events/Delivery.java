package terrace.marketplace.events;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that is owed to a subscriber. */
@Introspected
public record Delivery(
        UUID eventId,
        String name,
        String payload,
        String subscriber,
        int attempts,
        Instant publishedAt,
        @Nullable String lastError) {}
