package terrace.catalog.enrolments;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import terrace.catalog.enrolments.Enrolment.Line;
import terrace.catalog.enrolments.Enrolment.State;
import terrace.catalog.letters.KeeperLetters;
import terrace.catalog.letters.KeeperLetters.Matter;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Buckets;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/**
 * Listings in campaigns. A merchant signs a price and pledges stock, an organiser approves; then the price begins and
 * ends by the clock, and what was not sold is ordinary stock again. No one is entered by others.
 */
@Singleton
public class Enrolments {
    public static final int NAME_LENGTH_MIN = 2;
    public static final int NAME_LENGTH_MAX = 40;

    private final EnrolmentRows rows;
    private final EnrolmentFacts facts;
    private final OfferRows offers;
    private final Standings standings;
    private final Buckets buckets;
    private final BudgetParts budgets;
    private final Listings listings;
    private final Campaigns campaigns;
    private final KeeperLetters letters;
    private final Clock clock;

    Enrolments(
            EnrolmentRows rows,
            EnrolmentFacts facts,
            OfferRows offers,
            Standings standings,
            Buckets buckets,
            BudgetParts budgets,
            Listings listings,
            Campaigns campaigns,
            KeeperLetters letters,
            Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.offers = offers;
        this.standings = standings;
        this.buckets = buckets;
        this.budgets = budgets;
        this.listings = listings;
        this.campaigns = campaigns;
        this.letters = letters;
        this.clock = clock;
    }

    /** Which of a merchant's published listings may join, and why others may not; newest first. */
    @Connectable
    public List<Standing> standing(UUID merchantId, Campaign campaign, int limit) {
        return standings.of(merchantId, campaign, facts.listings(merchantId, limit));
    }

    /** The same of one listing, published or not; empty when it is not the merchant's. */
    @Connectable
    public Optional<Standing> standing(UUID merchantId, Campaign campaign, UUID listingId) {
        return standings.of(merchantId, campaign, List.of(listingId)).stream().findFirst();
    }

    /** Newest first. */
    @Connectable
    public List<Enrolment> ofMerchant(UUID merchantId, int limit) {
        return rows.ofMerchant(merchantId, limit);
    }

    /** Those that wait for a word first. */
    @Connectable
    public List<Enrolment> ofCampaign(UUID campaignId, int limit) {
        return rows.ofCampaign(campaignId, limit);
    }

    @Connectable
    public Optional<Enrolment> byId(UUID id) {
        return rows.byId(id);
    }

    @Connectable
    public List<Enrolment> byIds(List<UUID> ids) {
        return rows.byIds(ids);
    }

    /** What of the campaign's budget approving it sets aside, in fen. */
    public static long budgetOf(Campaign campaign, Enrolment enrolment) {
        return BudgetParts.needed(campaign.budget(), enrolment);
    }

    /** By enrolment, other campaigns that have or may get the same SKU in a part of its time. */
    @Connectable
    public Map<UUID, Set<UUID>> rivals(Collection<UUID> enrolmentIds) {
        return facts.rivals(enrolmentIds);
    }

    /** Of these SKUs, those whose campaign price ended within that time. */
    @Connectable
    public Set<UUID> justEnded(Set<UUID> skuIds, Duration within) {
        return Set.copyOf(offers.endedSince(skuIds, clock.now().minus(within)));
    }

    /** Of these SKUs, those whose campaign runs, and whose last pledged piece is promised. */
    @Connectable
    public Set<UUID> soldOut(Set<UUID> skuIds) {
        return Set.copyOf(offers.soldOut(skuIds));
    }

    /**
     * Signs for a listing and sets the pledged stock aside, all of it or nothing. Sent twice it is signed once. Empty
     * when the listing is not the merchant's.
     */
    @Transactional
    public Optional<Signing> sign(UUID merchantId, NewEnrolment asked, UUID actor) {
        Optional<Enrolment> before =
                rows.byId(asked.id()).filter(known -> known.merchantId().equals(merchantId));
        if (before.isPresent()) {
            return before.map(Signing.Signed::new);
        }
        Campaign campaign = campaigns
                .byId(asked.campaignId())
                .filter(known -> known.enrolsAt(clock.now()))
                .orElse(null);
        if (campaign == null) {
            return Optional.of(refused(Fault.CAMPAIGN_CLOSED));
        }
        return standing(merchantId, campaign, asked.listingId()).map(standing -> {
            Signing.Refused refused = standings.against(campaign, standing, asked);
            return refused.faults().isEmpty() && refused.ofSkus().isEmpty()
                    ? write(merchantId, campaign, asked, standing, actor)
                    : refused;
        });
    }

    private Signing write(UUID merchantId, Campaign campaign, NewEnrolment asked, Standing standing, UUID actor) {
        Map<UUID, Line> lines = new TreeMap<>();
        long cap = campaign.rules().perMemberCap();
        for (UUID skuId : new TreeMap<>(asked.lines()).keySet()) {
            Line line = line(campaign, asked, standing, skuId);
            if (buckets.open(line.bucketId(), skuId, line.pledge(), cap) instanceof Buckets.Setting.TooFew) {
                lines.values().forEach(set -> buckets.close(set.bucketId()));
                return new Signing.Refused(Set.of(), Map.of(skuId, Set.of(Fault.PLEDGE_STOCK)));
            }
            lines.put(skuId, line);
        }
        if (!rows.add(asked, merchantId, campaign.startsAt(), campaign.endsAt(), actor)) {
            lines.values().forEach(set -> buckets.close(set.bucketId()));
            return rows.byId(asked.id())
                    .filter(known -> known.merchantId().equals(merchantId))
                    .<Signing>map(Signing.Signed::new)
                    .orElseGet(() -> refused(Fault.ENROLLED_ALREADY));
        }
        lines.values().forEach(line -> rows.add(asked.id(), line));
        return new Signing.Signed(rows.byId(asked.id()).orElseThrow());
    }

    private static Line line(Campaign campaign, NewEnrolment asked, Standing standing, UUID skuId) {
        NewEnrolment.Wanted wanted = Objects.requireNonNull(asked.lines().get(skuId));
        Standing.OfSku of = standing.skus().stream()
                .filter(each -> each.sku().id().equals(skuId))
                .findFirst()
                .orElseThrow();
        return new Line(
                skuId,
                Ids.next(),
                wanted.priceFen(),
                of.sku().priceFen(),
                wanted.pledge(),
                BudgetParts.of(campaign, of.beforeFen(), wanted.priceFen()));
    }

    private static Signing.Refused refused(Fault fault) {
        return new Signing.Refused(Set.of(fault), Map.of());
    }

    /** Leaves the campaign before its price holds; empty when it is not the merchant's. */
    @Transactional
    public Optional<Withdrawal> withdraw(UUID merchantId, UUID id) {
        State state = rows.lock(id);
        Optional<Enrolment> mine =
                rows.byId(id).filter(known -> known.merchantId().equals(merchantId));
        if (state == null || mine.isEmpty()) {
            return Optional.empty();
        }
        if (!state.open()) {
            return Optional.of(state == State.OVER ? new Withdrawal.TooLate() : new Withdrawal.Withdrawn());
        }
        if (offers.begun(id)) {
            return Optional.of(new Withdrawal.TooLate());
        }
        leave(mine.get(), state == State.APPROVED);
        rows.end(id, State.WITHDRAWN);
        return Optional.of(new Withdrawal.Withdrawn());
    }

    private void leave(Enrolment enrolment, boolean approved) {
        List<UUID> withdrawn = offers.withdraw(enrolment.id());
        enrolment.lines().forEach(line -> buckets.close(line.bucketId()));
        withdrawn.forEach(buckets::close);
        if (approved) {
            budgets.release(enrolment);
            campaigns.exclude(enrolment.campaignId(), enrolment.listingId());
        }
    }

    /** Enters the listing into its campaign, with its prices; safe to repeat. Empty for another campaign's. */
    @Transactional
    public Optional<Review> approve(UUID campaignId, UUID id, UUID actor) {
        return decide(campaignId, id, State.APPROVED, enrolment -> {
            listings.locked(enrolment.listingId());
            List<UUID> skuIds = enrolment.lines().stream().map(Line::skuId).toList();
            Map<UUID, UUID> clashes = facts.clashes(skuIds, enrolment.startsAt(), enrolment.endsAt());
            if (!enrolment.flash() && !clashes.isEmpty()) {
                return new Review.Clash(id, clashes.values().iterator().next());
            }
            Review.OverBudget over = budgets.reserve(enrolment);
            if (over != null) {
                return over;
            }
            if (!enrolment.flash()) {
                enrolment.lines().forEach(line -> offers.add(offer(enrolment, line)));
            }
            campaigns.include(campaignId, enrolment.listingId());
            rows.decide(id, State.APPROVED, actor, "");
            tell(enrolment);
            return new Review.Done(id);
        });
    }

    private static CampaignOffer offer(Enrolment enrolment, Line line) {
        return new CampaignOffer(
                line.bucketId(),
                enrolment.id(),
                enrolment.campaignId(),
                line.skuId(),
                line.priceFen(),
                line.pledge(),
                false,
                enrolment.startsAt(),
                enrolment.endsAt());
    }

    /** Says no, with a reason the merchant reads, and gives the pledged stock back; safe to repeat. Empty as above. */
    @Transactional
    public Optional<Review> refuse(UUID campaignId, UUID id, String reason, UUID actor) {
        return decide(campaignId, id, State.REFUSED, enrolment -> {
            leave(enrolment, false);
            rows.decide(id, State.REFUSED, actor, reason);
            tell(enrolment);
            return new Review.Done(id);
        });
    }

    private void tell(Enrolment enrolment) {
        listings.byIds(Set.of(enrolment.listingId()))
                .values()
                .forEach(listing -> letters.tell(enrolment.merchantId(), Matter.ENROLMENT, listing.title()));
    }

    private Optional<Review> decide(UUID campaignId, UUID id, State wanted, Function<Enrolment, Review> act) {
        State state = rows.lock(id);
        Enrolment enrolment = rows.byId(id)
                .filter(known -> known.campaignId().equals(campaignId))
                .orElse(null);
        if (state == null || enrolment == null) {
            return Optional.empty();
        }
        if (state == wanted) {
            return Optional.of(new Review.Done(id));
        }
        return Optional.of(
                state == State.SIGNED && clock.now().isBefore(enrolment.endsAt())
                        ? act.apply(enrolment)
                        : new Review.Over(id));
    }
}
