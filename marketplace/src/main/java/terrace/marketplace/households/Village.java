package terrace.marketplace.households;

import io.micronaut.core.annotation.Introspected;

/** The families of one village that are here, and the people in them. */
@Introspected
public record Village(String name, int households, int people) {}
