package terrace.marketplace.notices;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A letter waits to be sent; what it says and to whom stays sealed in its row. */
@Serdeable
@EventName("notice.queued")
public record NoticeQueued(UUID noticeId) implements Event {}
