package terrace.catalog.listings;

import java.time.Instant;

/** A price that held from an instant until the next one. */
public record PricePoint(long priceFen, Instant from) {}
