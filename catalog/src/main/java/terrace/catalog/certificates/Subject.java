package terrace.catalog.certificates;

import java.util.UUID;

/** What a certificate vouches for. */
public sealed interface Subject {
    UUID id();

    record OfListing(UUID id) implements Subject {}

    record OfLot(UUID id) implements Subject {}
}
