package terrace.web.demo.drives;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.NewEnrolment;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.enrolments.Standing;
import terrace.catalog.enrolments.Terms;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Session;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.web.demo.plan.PlannedListing;
import terrace.web.enrolments.EnrolmentWords;
import terrace.web.pages.Language;

/** Lets merchants join campaigns, in every state, and fills the flash sales of the day. */
@Singleton
public class Entrants {
    private static final String SIGNATURE = "张建国";
    private static final long PLEDGE = 90;
    private static final long IN_A_SESSION = 10;
    private static final int OFFERS = 4;
    private static final int ENTRANTS = 4;
    private static final int SHARED = 3;
    private static final LocalTime BEFORE_THE_FIRST = LocalTime.of(9, 0);

    private final Enrolments enrolments;
    private final FlashSales flashes;
    private final Campaigns campaigns;
    private final Listings listings;
    private final EnrolmentWords words;
    private final Accounts accounts;
    private final Clock clock;

    Entrants(
            Enrolments enrolments,
            FlashSales flashes,
            Campaigns campaigns,
            Listings listings,
            EnrolmentWords words,
            Accounts accounts,
            Clock clock) {
        this.enrolments = enrolments;
        this.flashes = flashes;
        this.campaigns = campaigns;
        this.listings = listings;
        this.words = words;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Brings what is missing today.
     *
     * @param walked codes of the merchants one can sign in as
     * @param organiser signs in for the platform
     */
    public void bring(List<PlannedListing> planned, Set<String> walked, String organiser) {
        Account actor = accounts.bySignInName(organiser).orElseThrow();
        List<UUID> ofWalk = planned.stream()
                .filter(listing -> walked.contains(listing.seller().code()))
                .map(PlannedListing::id)
                .toList();
        campaigns.all().stream()
                .filter(campaign -> campaign.state() == CampaignState.OPEN && campaign.ownerPartnerId() == null)
                .findFirst()
                .ifPresent(campaign -> join(campaign, ofWalk, actor));
        campaigns.all().stream()
                .filter(campaign -> campaign.state() == CampaignState.LIVE && campaign.ownerPartnerId() != null)
                .filter(campaign -> enrolments.ofCampaign(campaign.id(), 1).isEmpty())
                .findFirst()
                .ifPresent(campaign -> shared(campaign, actor));
        try {
            clock.shift(Duration.between(
                    clock.now(),
                    clock.today().atTime(BEFORE_THE_FIRST).atZone(Clock.ZONE).toInstant()));
            campaigns.open(clock.now()).stream()
                    .filter(campaign ->
                            campaign.madeBy() == null && !campaign.listingIds().isEmpty())
                    .findFirst()
                    .ifPresent(campaign -> rush(campaign, actor));
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    /** The first is approved, the second refused, the others wait. */
    private void join(Campaign campaign, List<UUID> goods, Account actor) {
        if (!enrolments.ofCampaign(campaign.id(), 1).isEmpty()) {
            return;
        }
        List<Enrolment> signed = new ArrayList<>();
        for (Listing listing : listings.byIds(Set.copyOf(goods)).values()) {
            if (signed.size() < ENTRANTS) {
                sign(campaign, listing, false).ifPresent(signed::add);
            }
        }
        if (signed.size() > 1) {
            enrolments.approve(campaign.id(), signed.get(0).id(), actor.id());
            enrolments.refuse(campaign.id(), signed.get(1).id(), "年货专场先收主食和干货，下次再来。", actor.id());
        }
    }

    /** At a price of which the organiser bears a part. */
    private void shared(Campaign campaign, Account actor) {
        List<UUID> signed = new ArrayList<>();
        for (Listing listing : listings.byIds(Set.copyOf(campaign.listingIds())).values()) {
            if (signed.size() < SHARED) {
                sign(campaign, listing, false).map(Enrolment::id).ifPresent(signed::add);
            }
        }
        signed.forEach(id -> enrolments.approve(campaign.id(), id, actor.id()));
    }

    private void rush(Campaign campaign, Account actor) {
        List<Enrolment> joined = new ArrayList<>(enrolments.ofCampaign(campaign.id(), OFFERS).stream()
                .filter(enrolment -> enrolment.flash() && enrolment.state() == Enrolment.State.APPROVED)
                .toList());
        Map<UUID, Listing> goods = listings.byIds(Set.copyOf(campaign.listingIds()));
        for (UUID id : campaign.listingIds()) {
            Listing listing = goods.get(id);
            if (listing != null && joined.size() < OFFERS) {
                sign(campaign, listing, true).ifPresent(enrolment -> {
                    enrolments.approve(campaign.id(), enrolment.id(), actor.id());
                    joined.add(enrolment);
                });
            }
        }
        for (Session session : Session.ofDay(clock.today())) {
            joined.forEach(enrolment -> put(enrolment, session));
        }
    }

    private void put(Enrolment enrolment, Session session) {
        Enrolment.Line line = enrolment.lines().getFirst();
        UUID id = UUID.nameUUIDFromBytes(("demo-flash:" + enrolment.id() + session).getBytes(StandardCharsets.UTF_8));
        flashes.put(enrolment.campaignId(), enrolment.id(), line.skuId(), session, IN_A_SESSION, id);
    }

    /** At the highest price the rules allow, or a tenth off where there are none; empty where a rule is against it. */
    private Optional<Enrolment> sign(Campaign campaign, Listing listing, boolean flash) {
        Optional<Standing.OfSku> free = enrolments.standing(listing.merchantId(), campaign, listing.id()).stream()
                .filter(Standing::mayJoin)
                .flatMap(standing -> standing.skus().stream())
                .filter(sku -> sku.faults().isEmpty() && sku.free() >= PLEDGE + IN_A_SESSION)
                .findFirst();
        return free.flatMap(sku -> {
            String terms = words.terms(Language.ZH, campaign);
            long price = Math.min(sku.mostFen(), sku.sku().priceFen() * (flash ? 7 : 9) / 10);
            return enrolments
                    .sign(
                            listing.merchantId(),
                            new NewEnrolment(
                                    Ids.next(),
                                    campaign.id(),
                                    listing.id(),
                                    flash,
                                    Map.of(sku.sku().id(), new Wanted(price, PLEDGE)),
                                    SIGNATURE,
                                    terms,
                                    Terms.sha256(terms)),
                            listing.merchantId())
                    .flatMap(signing -> signing instanceof Signing.Signed signed
                            ? Optional.of(signed.enrolment())
                            : Optional.empty());
        });
    }
}
