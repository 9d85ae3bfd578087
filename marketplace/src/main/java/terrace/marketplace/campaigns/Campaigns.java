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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Campaigns the public knows of, and how far they have come. */
@Singleton
public class Campaigns {

    private static final int CACHE_SECONDS = 5;
    private static final int CACHED_MAX = 1_000;
    private static final String ALL = "all";

    private final CampaignRepository campaigns;
    private final Clock clock;
    private final LoadingCache<String, List<Campaign>> all;
    private final Cache<UUID, Tally> tallies = Caffeine.newBuilder()
            .maximumSize(CACHED_MAX)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    Campaigns(CampaignRepository campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
        this.all = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
                .build(ignored -> load());
    }

    /** Announced ones only; cached for some seconds, like all that is read here. */
    public Optional<Campaign> bySlug(String slug) {
        return all().stream().filter(campaign -> campaign.slug().equals(slug)).findFirst();
    }

    /** Announced ones only. */
    public Optional<Campaign> byId(UUID id) {
        return all().stream().filter(campaign -> campaign.id().equals(id)).findFirst();
    }

    /** Read anew, in whatever state: for those who run and check it. */
    public Optional<Campaign> asItStands(UUID id) {
        return campaigns.byId(id).map(row -> row.with(campaigns.listingsOf(id)));
    }

    /** Read anew, in whatever state, newest start first, without their listings. */
    public List<Campaign> evenDrafts() {
        return campaigns.all().stream().map(row -> row.with(List.of())).toList();
    }

    /** Those running at this moment, the one that ends first in front. */
    public List<Campaign> open(Instant moment) {
        return all().stream()
                .filter(campaign -> campaign.openAt(moment))
                .sorted(Comparator.comparing(Campaign::endsAt).thenComparing(Campaign::slug))
                .toList();
    }

    /** All that were announced, newest start first, over ones and coming ones included. */
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

    /** For each listing all running campaigns that sell it; those that none sells are left out. */
    public Map<UUID, Set<UUID>> sellers(Set<UUID> listingIds, Instant moment) {
        var found = new HashMap<UUID, Set<UUID>>();
        for (var campaign : open(moment)) {
            campaign.listingIds().stream()
                    .filter(listingIds::contains)
                    .forEach(id ->
                            found.computeIfAbsent(id, none -> new HashSet<>()).add(campaign.id()));
        }
        return found;
    }

    /** Empty sums for a campaign nobody knows. */
    public Progress progress(UUID campaignId) {
        var whole = tally(campaignId).whole();
        int households = byId(campaignId).map(Campaign::households).orElse(0);
        return new Progress(whole.grams(), whole.fen(), whole.orders(), households);
    }

    /** The facts added up; read once in {@value #CACHE_SECONDS} seconds, however many ask. */
    public Tally tally(UUID campaignId) {
        return tallies.get(campaignId, id -> {
            var at = clock.now();
            var sums = campaigns.sums(id);
            return new Tally(
                    sums.stream()
                            .filter(each -> each.listingId() == null)
                            .findFirst()
                            .orElse(Sums.NOTHING),
                    sums.stream().filter(each -> each.listingId() != null).toList(),
                    at);
        });
    }

    /**
     * Makes the campaign, or brings the one with this slug up to date, its dates and listings included. It is the
     * market's own: nobody wrote or checked it.
     */
    @Transactional
    public Campaign define(NewCampaign campaign) {
        int defined = campaigns.define(
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
        if (defined == 0) {
            throw new IllegalArgumentException("an organiser wrote the campaign " + campaign.slug());
        }
        var row = campaigns.bySlug(campaign.slug()).orElseThrow();
        campaigns.removeListings(row.id());
        for (int i = 0; i < campaign.listingIds().size(); i++) {
            campaigns.addListing(row.id(), campaign.listingIds().get(i), i);
        }
        forget(row.id());
        return row.with(List.copyOf(campaign.listingIds()));
    }

    /** From now on what is sold of this listing counts for the campaign. Doing it twice does no harm. */
    @Transactional
    public void include(UUID campaignId, UUID listingId) {
        campaigns.include(campaignId, listingId);
        forget(campaignId);
    }

    /** From now on it counts no more; what was sold before does. Doing it twice does no harm. */
    @Transactional
    public void exclude(UUID campaignId, UUID listingId) {
        campaigns.exclude(campaignId, listingId);
        forget(campaignId);
    }

    /**
     * Sets part of the campaign's budget aside for somebody, once per source. False when there is not enough left; true
     * again when it was set aside before.
     *
     * @param source what it is for, such as an enrolment's id
     */
    @Transactional
    public boolean reserve(UUID campaignId, String source, long fen) {
        var enough = campaigns.lockWithBudget(campaignId, fen).isPresent();
        if (campaigns.reserved(campaignId, source).isPresent()) {
            return true;
        }
        return enough && campaigns.reserve(campaignId, source, fen) == 1;
    }

    /** Notes that the money of its budget is kept for it; the caller has seen to that, with the funds locked. */
    @Transactional
    public void fund(UUID campaignId) {
        campaigns.fund(campaignId);
        forget(campaignId);
    }

    /** Read anew: those for whose budgets money is kept, without their listings. */
    public List<Campaign> funded() {
        return campaigns.funded().stream().map(row -> row.with(List.of())).toList();
    }

    /** Gives back what was set aside; twice does no harm. */
    @Transactional
    public void release(UUID campaignId, String source) {
        campaigns.release(campaignId, source);
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

    /**
     * Counts what was given to charity with a purchase, for the campaign most of it is of; false when it was counted
     * before or belongs to no campaign. What its orders sold is counted before.
     *
     * @param source the purchase
     * @param orders their numbers, as sources of sales
     */
    @Transactional
    public boolean countGift(UUID source, List<String> orders, long fen, Instant at) {
        return campaigns.countGift("purchase:" + source, orders, fen, at) > 0;
    }

    /** What is remembered of it is read anew by the next who asks. */
    public void forget(UUID campaignId) {
        all.invalidateAll();
        tallies.invalidate(campaignId);
    }

    private List<Campaign> load() {
        var listings = campaigns.listings().stream()
                .collect(groupingBy(CampaignListing::campaignId, mapping(CampaignListing::listingId, toList())));
        return campaigns.all().stream()
                .filter(row -> row.state().announced())
                .map(row -> row.with(listings.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
