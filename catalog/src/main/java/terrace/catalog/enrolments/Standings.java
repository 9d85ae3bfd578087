package terrace.catalog.enrolments;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sku;
import terrace.catalog.stock.Level;
import terrace.catalog.stock.Stock;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchants;

/** Holds goods against the rules of a campaign: one question each for shelf, prices, stock and clashes. */
@Singleton
class Standings {
    /** Nobody raises a price to be paid for lowering it. */
    private static final int BEFORE_DAYS = 30;

    private final EnrolmentFacts facts;
    private final Listings listings;
    private final Stock stock;
    private final Merchants merchants;
    private final Clock clock;

    Standings(EnrolmentFacts facts, Listings listings, Stock stock, Merchants merchants, Clock clock) {
        this.facts = facts;
        this.listings = listings;
        this.stock = stock;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** In the order of the ids; those of other merchants are left out. */
    List<Standing> of(UUID merchantId, Campaign campaign, List<UUID> listingIds) {
        Map<UUID, Listing> known = new HashMap<>(listings.byIds(Set.copyOf(listingIds)));
        known.values().removeIf(listing -> !listing.merchantId().equals(merchantId));
        if (known.isEmpty()) {
            return List.of();
        }
        Set<UUID> skuIds = known.values().stream()
                .flatMap(listing -> listing.skus().stream())
                .map(Sku::id)
                .collect(Collectors.toSet());
        CampaignRules rules = campaign.rules();
        Facts found = new Facts(
                rules,
                stock.levels(skuIds),
                rules.lowestOfDays() == 0 ? Map.of() : facts.lowest(skuIds, rules.lowestOfDays()),
                campaign.budget().funded() ? facts.lowest(skuIds, BEFORE_DAYS) : Map.of(),
                facts.clashes(skuIds, campaign.startsAt(), campaign.endsAt()));
        var off = facts.off(known.keySet());
        Set<UUID> enrolled = facts.enrolled(campaign.id(), known.keySet());
        boolean closed = !merchants.selling(Set.of(merchantId)).contains(merchantId);
        boolean over = !campaign.enrolsAt(clock.now());
        return listingIds.stream()
                .filter(known::containsKey)
                .map(id -> Objects.requireNonNull(known.get(id)))
                .map(listing -> {
                    UUID id = listing.id();
                    Set<Fault> faults = EnrolmentRules.ofListing(rules, listing, off.getOrDefault(id, Set.of()));
                    add(faults, closed, Fault.MERCHANT_CLOSED);
                    add(faults, over, Fault.CAMPAIGN_CLOSED);
                    add(faults, enrolled.contains(id), Fault.ENROLLED_ALREADY);
                    return new Standing(
                            listing,
                            faults,
                            listing.skus().stream().map(found::of).toList());
                })
                .toList();
    }

    private static void add(Set<Fault> faults, boolean stands, Fault fault) {
        if (stands) {
            faults.add(fault);
        }
    }

    private record Facts(
            CampaignRules rules,
            Map<UUID, Level> levels,
            Map<UUID, Long> lowest,
            Map<UUID, Long> before,
            Map<UUID, UUID> clashes) {

        Standing.OfSku of(Sku sku) {
            long free = Objects.requireNonNull(levels.get(sku.id())).available();
            @Nullable Long low = lowest.get(sku.id());
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            if (free < Math.max(1, rules.leastPledge())) {
                faults.add(Fault.TOO_LITTLE_STOCK);
            }
            if (clashes.containsKey(sku.id())) {
                faults.add(Fault.CLASH);
            }
            long most = EnrolmentRules.mostFen(rules, sku.priceFen(), low);
            long reckonedFrom = Math.min(sku.priceFen(), before.getOrDefault(sku.id(), sku.priceFen()));
            return new Standing.OfSku(sku, free, low, reckonedFrom, most, clashes.get(sku.id()), faults);
        }
    }

    /** All that speaks against a signature; nothing when it may be given. */
    Signing.Refused against(Campaign campaign, Standing standing, NewEnrolment asked) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        faults.addAll(standing.faults());
        Map<UUID, Set<Fault>> ofSkus = new HashMap<>();
        Map<UUID, Standing.OfSku> skus = standing.skus().stream()
                .collect(Collectors.toMap(each -> each.sku().id(), each -> each));
        if (asked.lines().isEmpty() || !skus.keySet().containsAll(asked.lines().keySet())) {
            faults.add(Fault.NOTHING_CHOSEN);
            return new Signing.Refused(faults, ofSkus);
        }
        asked.lines().forEach((skuId, wanted) -> {
            Standing.OfSku sku = Objects.requireNonNull(skus.get(skuId));
            Set<Fault> against = EnrolmentRules.ofLine(campaign.rules(), wanted, sku, sku.free());
            if (sku.clashId() != null && !asked.flash()) {
                against.add(Fault.CLASH);
            }
            if (!against.isEmpty()) {
                ofSkus.put(skuId, against);
            }
        });
        int length = asked.name().codePointCount(0, asked.name().length());
        if (length < Enrolments.NAME_LENGTH_MIN || length > Enrolments.NAME_LENGTH_MAX) {
            faults.add(Fault.NAME);
        }
        if (!Terms.sha256(asked.terms()).equals(asked.readSha256())) {
            faults.add(Fault.TERMS_CHANGED);
        }
        return new Signing.Refused(faults, ofSkus);
    }
}
