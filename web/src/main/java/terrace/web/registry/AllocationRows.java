package terrace.web.registry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.marketplace.impact.Allocation;
import terrace.marketplace.regions.Regions;

/** Allocations as desks list them. */
@Singleton
class AllocationRows {
    private final Listings listings;
    private final Lots lots;
    private final Regions regions;

    AllocationRows(Listings listings, Lots lots, Regions regions) {
        this.listings = listings;
        this.lots = lots;
        this.regions = regions;
    }

    List<Row> of(List<Allocation> allocations) {
        Map<UUID, Listing> known =
                listings.byIds(allocations.stream().map(Allocation::listingId).collect(Collectors.toSet()));
        Map<UUID, String> codes = lots
                .byIds(allocations.stream()
                        .map(Allocation::lotId)
                        .flatMap(id -> Optional.ofNullable(id).stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Lot::id, Lot::code));
        return allocations.stream()
                .map(one -> new Row(
                        one.number(),
                        one.listingId(),
                        Optional.ofNullable(known.get(one.listingId()))
                                .map(Listing::title)
                                .orElse(one.listingId().toString()),
                        one.lotId() == null ? null : codes.get(one.lotId()),
                        regions.path(one.countyCode()),
                        one.basis().name(),
                        one.fromDay().toString(),
                        one.toDay().toString(),
                        one.households(),
                        one.evidenceKey() != null))
                .toList();
    }

    /** @param lot its code; null for all goods of the listing */
    record Row(
            long number,
            UUID listingId,
            String title,
            @Nullable String lot,
            String county,
            String basis,
            String from,
            String to,
            int households,
            boolean document) {}
}
