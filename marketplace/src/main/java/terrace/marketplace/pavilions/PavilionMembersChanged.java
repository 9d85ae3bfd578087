package terrace.marketplace.pavilions;

import io.micronaut.serde.annotation.Serdeable;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** Merchants joined a pavilion by name. Who hears it reads its members again. */
@Serdeable
@EventName("pavilion.members-changed")
public record PavilionMembersChanged(String pavilionCode) implements Event {}
