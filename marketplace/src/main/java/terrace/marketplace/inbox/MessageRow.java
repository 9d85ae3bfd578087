package terrace.marketplace.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "message", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record MessageRow(
        @Id UUID id,
        NewsKind kind,
        String key,
        byte[] words,
        String path,
        Instant at,
        @Nullable Instant readAt) {}
