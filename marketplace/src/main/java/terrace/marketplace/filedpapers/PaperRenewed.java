package terrace.marketplace.filedpapers;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A paper on file has been replaced by a good one. */
@Serdeable
@EventName("paper.renewed")
public record PaperRenewed(UUID merchantId, UUID paperId) implements Event {}
