package terrace.marketplace.campaigns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.ids.Ids;

/** Campaigns, and how far they have come. */
@Singleton
public class Campaigns {

    private static final int CACHE_SECONDS = 5;
    private static final int CACHED_MAX = 1_000;
    private static final String ALL = "all";

    private final CampaignRepository campaigns;
    private final LoadingCache<String, List<Campaign>> all;
    private final Cache<UUID, Progress> progress = Caffeine.newBuilder()
            .maximumSize(CACHED_MAX)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    Campaigns(CampaignRepository campaigns) {
        this.campaigns = campaigns;
        this.all = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
                .build(ignored -> load());
    }

    /** Cached for some seconds, like all that is read here. */
    public Optional<Campaign> bySlug(String slug) {
        return all().stream().filter(campaign -> campaign.slug().equals(slug)).findFirst();
    }

    /** Those running at this moment, the one that ends first in front. */
    public List<Campaign> open(Instant moment) {
        return all().stream()
                .filter(campaign -> campaign.openAt(moment))
                .sorted(Comparator.comparing(Campaign::endsAt).thenComparing(Campaign::slug))
                .toList();
    }

    /** Newest start first, over ones and coming ones included. */
    public List<Campaign> all() {
        return all.get(ALL);
    }

    /** For each listing the running campaign it is sold in, if any. */
    public Map<UUID, Campaign> ofListings(Set<UUID> listingIds, Instant moment) {
        var found = new HashMap<UUID, Campaign>();
        for (var campaign : open(moment)) {
            for (var listingId : campaign.listingIds()) {
                if (listingIds.contains(listingId)) {
                    found.putIfAbsent(listingId, campaign);
                }
            }
        }
        return found;
    }

    /** Empty sums for a campaign nobody knows. */
    public Progress progress(UUID campaignId) {
        return progress.get(campaignId, id -> {
            int households = all().stream()
                    .filter(campaign -> campaign.id().equals(id))
                    .mapToInt(Campaign::households)
                    .findFirst()
                    .orElse(0);
            var sums = campaigns.sums(id);
            return new Progress(sums.grams(), sums.fen(), sums.orders(), households);
        });
    }

    /** Makes the campaign, or brings the one with this slug up to date, its dates and listings included. */
    @Transactional
    public Campaign define(NewCampaign campaign) {
        campaigns.define(
                Ids.next(),
                campaign.slug(),
                campaign.title(),
                campaign.titleEn(),
                campaign.story(),
                campaign.storyEn(),
                campaign.goalGrams(),
                campaign.startsAt(),
                campaign.endsAt(),
                campaign.recommendedBy(),
                campaign.recommendedByEn(),
                campaign.households(),
                campaign.householdsBasis().name());
        var row = campaigns.bySlug(campaign.slug()).orElseThrow();
        campaigns.removeListings(row.id());
        for (int i = 0; i < campaign.listingIds().size(); i++) {
            campaigns.addListing(row.id(), campaign.listingIds().get(i), i);
        }
        all.invalidateAll();
        progress.invalidate(row.id());
        return row.with(List.copyOf(campaign.listingIds()));
    }

    /**
     * Counts a fact for the campaign its listing was in at that moment; a return goes to where the sale went, so the
     * sale is counted first (counting it again does no harm). False when it was counted before or belongs to no
     * campaign.
     */
    @Transactional
    public boolean countSale(CampaignSale sale) {
        int counted =
                switch (sale.kind()) {
                    case SOLD ->
                        campaigns.countSold(
                                sale.source(), sale.number(), sale.listingId(), sale.grams(), sale.fen(), sale.at());
                    case RETURNED ->
                        campaigns.countReturned(
                                sale.source(), sale.number(), sale.listingId(), sale.grams(), sale.fen(), sale.at());
                };
        return counted > 0;
    }

    private List<Campaign> load() {
        var listings = campaigns.listings().stream()
                .collect(groupingBy(CampaignListing::campaignId, mapping(CampaignListing::listingId, toList())));
        return campaigns.all().stream()
                .map(row -> row.with(listings.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
