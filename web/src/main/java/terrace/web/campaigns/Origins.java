package terrace.web.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.campaigns.Tally;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/** Where a campaign's sales came from: the snapshot of its facts, parted by county and pavilion. */
@Singleton
public class Origins {
    private static final int CACHE_SECONDS = 5;
    private static final int CACHED_MAX = 1_000;

    private final Campaigns campaigns;
    private final Pavilions pavilions;
    private final Listings listings;
    private final Cache<UUID, Parted> parted = Caffeine.newBuilder()
            .maximumSize(CACHED_MAX)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    Origins(Campaigns campaigns, Pavilions pavilions, Listings listings) {
        this.campaigns = campaigns;
        this.pavilions = pavilions;
        this.listings = listings;
    }

    /**
     * One pavilion's part; each listing belongs to the first that has it, so that the parts add up to the whole.
     *
     * @param pavilion null for what belongs to none
     */
    public record Part(@Nullable Pavilion pavilion, long grams, long fen) {}

    /**
     * @param tally what was parted
     * @param counties from which something was sold
     * @param goods what was sold, by listing
     * @param pavilions codes of those listings count for, by listing; those of none are left out
     */
    public record Parted(
            Tally tally, int counties, List<Part> parts, Map<UUID, Listing> goods, Map<UUID, String> pavilions) {

        /** Code of the county it comes from; empty where nobody knows. */
        String county(UUID listingId) {
            Listing listing = goods.get(listingId);
            return listing == null ? "" : listing.countyCode();
        }
    }

    /** Read once in some seconds, however many ask. */
    public Parted of(Campaign campaign) {
        return parted.get(campaign.id(), id -> part(campaign, campaigns.tally(id)));
    }

    private Parted part(Campaign campaign, Tally tally) {
        Map<UUID, Listing> goods = listings.byIds(tally.byListing().stream()
                .map(Sums::listingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Pavilion> places = places(campaign);
        Map<String, Set<UUID>> members = pavilions.members();
        Map<Optional<Pavilion>, long[]> sums = new LinkedHashMap<>();
        places.forEach(place -> sums.put(Optional.of(place), new long[2]));
        Map<UUID, String> codes = new HashMap<>();
        for (Sums each : tally.byListing()) {
            Listing listing = goods.get(each.listingId());
            Optional<Pavilion> place = listing == null
                    ? Optional.empty()
                    : places.stream()
                            .filter(one -> holds(one, listing, members))
                            .findFirst();
            long[] sum = sums.computeIfAbsent(place, unseen -> new long[2]);
            sum[0] += each.grams();
            sum[1] += each.fen();
            if (listing != null) {
                place.ifPresent(found -> codes.put(listing.id(), found.code()));
            }
        }
        List<Part> parts = new ArrayList<>();
        sums.forEach((place, sum) -> {
            if (sum[0] != 0 || sum[1] != 0 || !campaign.pavilionCodes().isEmpty()) {
                parts.add(new Part(place.orElse(null), sum[0], sum[1]));
            }
        });
        long counties = goods.values().stream()
                .map(listing -> listing.about().origin().countyCode())
                .distinct()
                .count();
        return new Parted(tally, Math.toIntExact(counties), List.copyOf(parts), goods, codes);
    }

    /** Those the organiser chose, in that order; where none were chosen, the provinces'. */
    private List<Pavilion> places(Campaign campaign) {
        if (campaign.pavilionCodes().isEmpty()) {
            return pavilions.all().stream()
                    .filter(place -> place.kind() == Pavilion.Kind.ORIGIN)
                    .toList();
        }
        return campaign.pavilionCodes().stream()
                .flatMap(code -> pavilions.byCode(code).stream())
                .toList();
    }

    private static boolean holds(Pavilion place, Listing listing, Map<String, Set<UUID>> members) {
        String province = place.provinceCode();
        boolean ofProvince = place.kind() == Pavilion.Kind.ORIGIN
                && province != null
                && listing.about().origin().countyCode().startsWith(province);
        return ofProvince || members.getOrDefault(place.code(), Set.of()).contains(listing.merchantId());
    }
}
