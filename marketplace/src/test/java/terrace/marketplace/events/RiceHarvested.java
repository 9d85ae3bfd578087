package terrace.marketplace.events;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
@EventName("test.rice-harvested")
record RiceHarvested(String county, long grams) implements Event {}
