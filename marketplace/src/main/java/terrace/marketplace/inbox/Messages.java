package terrace.marketplace.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of messages, newest first. */
public record Messages(List<Message> messages, @Nullable UUID nextBefore) {}
