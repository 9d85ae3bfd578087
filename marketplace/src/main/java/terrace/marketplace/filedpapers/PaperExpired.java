package terrace.marketplace.filedpapers;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A paper on file is good no more; goods that need it leave the shelf. */
@Serdeable
@EventName("paper.expired")
public record PaperExpired(UUID merchantId, UUID paperId) implements Event {}
