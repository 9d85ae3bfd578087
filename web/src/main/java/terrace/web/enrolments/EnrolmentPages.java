package terrace.web.enrolments;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.Standing;
import terrace.catalog.enrolments.Terms;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Bucket;
import terrace.catalog.stock.Buckets;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.money.Money;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.signin.Visitor;

/** What a merchant sees of campaigns: what is open, what of theirs may join, what they signed. */
@Singleton
class EnrolmentPages {
    private static final int ENROLMENTS_SHOWN = 50;
    private static final int LISTINGS_SHOWN = 100;

    private final Enrolments enrolments;
    private final Campaigns campaigns;
    private final Listings listings;
    private final Buckets buckets;
    private final EnrolmentWords words;
    private final Sights sights;
    private final Clock clock;

    EnrolmentPages(
            Enrolments enrolments,
            Campaigns campaigns,
            Listings listings,
            Buckets buckets,
            EnrolmentWords words,
            Sights sights,
            Clock clock) {
        this.enrolments = enrolments;
        this.campaigns = campaigns;
        this.listings = listings;
        this.buckets = buckets;
        this.words = words;
        this.sights = sights;
        this.clock = clock;
    }

    DeskPage desk(Visitor visitor, Merchant merchant, @Nullable String done) {
        List<Open> open = campaigns.all().stream()
                .filter(campaign -> campaign.enrolsAt(clock.now()))
                .sorted(Comparator.comparing(Campaign::startsAt).thenComparing(Campaign::slug))
                .map(campaign -> open(visitor, campaign))
                .toList();
        return new DeskPage(open, rows(visitor, enrolments.ofMerchant(merchant.id(), ENROLMENTS_SHOWN)), done);
    }

    private Open open(Visitor visitor, Campaign campaign) {
        return new Open(
                campaign.id(),
                EnrolmentWords.title(visitor.language(), campaign),
                words.period(campaign),
                !clock.now().isBefore(campaign.startsAt()),
                words.rules(visitor.language(), campaign));
    }

    CampaignPage campaign(Visitor visitor, Merchant merchant, Campaign campaign) {
        List<Candidate> candidates = enrolments.standing(merchant.id(), campaign, LISTINGS_SHOWN).stream()
                .sorted(Comparator.comparing(Standing::mayJoin).reversed())
                .map(standing -> new Candidate(
                        standing.listing().id(),
                        standing.listing().title(),
                        standing.mayJoin(),
                        words.against(visitor.language(), campaign, standing)))
                .toList();
        return new CampaignPage(open(visitor, campaign), candidates);
    }

    FormPage form(Visitor visitor, Campaign campaign, Standing standing, Form form) {
        String terms = words.terms(visitor.language(), campaign);
        List<Choosable> skus = standing.skus().stream()
                .map(sku -> choosable(visitor, campaign, sku, form))
                .toList();
        return new FormPage(
                open(visitor, campaign),
                standing.listing().id(),
                standing.listing().title(),
                standing.mayJoin(),
                words.against(visitor.language(), campaign, standing),
                skus,
                terms.lines().toList(),
                Terms.sha256(terms),
                Ids.read(form.value("id")).orElseGet(Ids::next),
                form.values().containsKey("flash"),
                form);
    }

    private Choosable choosable(Visitor visitor, Campaign campaign, Standing.OfSku sku, Form form) {
        return new Choosable(
                sku.sku().id(),
                sku.sku().name(),
                sku.sku().priceFen(),
                sku.free(),
                words.most(visitor.language(), sku),
                campaign.budget().funded() ? Money.grouped(sku.beforeFen()) : null,
                words.against(visitor.language(), campaign, sku),
                form.values().containsKey("pick-" + sku.sku().id()));
    }

    /** Enrolments with their goods and what is left of each pledge. */
    List<Row> rows(Visitor visitor, List<Enrolment> found) {
        Set<UUID> ids = found.stream().map(Enrolment::listingId).collect(Collectors.toSet());
        Map<UUID, Listing> goods = ids.isEmpty() ? Map.of() : listings.byIds(ids);
        Map<UUID, Bucket> pledges = buckets.byIds(found.stream()
                .flatMap(each -> each.lines().stream())
                .map(Enrolment.Line::bucketId)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(enrolment -> row(visitor, enrolment, goods.get(enrolment.listingId()), pledges))
                .toList();
    }

    private Row row(Visitor visitor, Enrolment enrolment, @Nullable Listing listing, Map<UUID, Bucket> pledges) {
        Map<UUID, String> names = new HashMap<>();
        if (listing != null) {
            listing.skus().forEach(sku -> names.put(sku.id(), sku.name()));
        }
        List<Line> lines = enrolment.lines().stream()
                .map(line -> {
                    Bucket bucket = pledges.get(line.bucketId());
                    return new Line(
                            line.skuId(),
                            names.getOrDefault(line.skuId(), ""),
                            Money.grouped(line.priceFen()),
                            Money.grouped(line.ordinaryFen()),
                            line.pledge(),
                            bucket == null ? 0 : bucket.taken(),
                            bucket == null || bucket.closed() ? 0 : bucket.pieces(),
                            line.borne().fen() == 0
                                    ? null
                                    : Money.grouped(line.borne().fen()));
                })
                .toList();
        boolean begun = !clock.now().isBefore(enrolment.startsAt());
        return new Row(
                enrolment.id(),
                words.title(visitor.language(), enrolment.campaignId()),
                enrolment.listingId(),
                listing == null ? "" : listing.title(),
                enrolment.state().name(),
                tone(enrolment.state()),
                enrolment.flash(),
                sights.time(enrolment.startsAt()),
                sights.time(enrolment.endsAt()),
                enrolment.signature().name(),
                sights.time(enrolment.signature().at()),
                enrolment.signature().termsSha256(),
                enrolment.reason(),
                enrolment.state() == Enrolment.State.SIGNED
                        || (enrolment.state() == Enrolment.State.APPROVED && (!begun || enrolment.flash())),
                lines);
    }

    private static String tone(Enrolment.State state) {
        return switch (state) {
            case SIGNED -> "info";
            case APPROVED -> "gold";
            case REFUSED -> "bad";
            case WITHDRAWN, OVER -> "plain";
        };
    }

    /** @param begun its prices hold from the moment of approval on */
    record Open(UUID id, String title, String period, boolean begun, List<String> rules) {}

    /**
     * @param price in yuan
     * @param ordinary the same of what it cost when it was signed
     * @param sold paid pieces
     * @param left still set aside
     * @param borne what others pay of each piece, in yuan; null for nothing
     */
    record Line(
            UUID skuId,
            String name,
            String price,
            String ordinary,
            long pledge,
            long sold,
            long left,
            @Nullable String borne) {}

    /**
     * @param state words are at {@code enrolments.state.<state>}
     * @param mayLeave whether it can be withdrawn, as far as is known here
     */
    record Row(
            UUID id,
            String campaign,
            UUID listingId,
            String goods,
            String state,
            String tone,
            boolean flash,
            String starts,
            String ends,
            String signedBy,
            String signedAt,
            String termsSha256,
            String reason,
            boolean mayLeave,
            List<Line> lines) {}

    /** @param done what was done just now; words are at {@code enrolments.done.<done>} */
    record DeskPage(
            List<Open> open, List<Row> rows, @Nullable String done) {}

    record Candidate(UUID id, String title, boolean mayJoin, List<String> against) {}

    record CampaignPage(Open campaign, List<Candidate> candidates) {}

    /**
     * @param most the highest price allowed, and why
     * @param before what others' part of the reduction is reckoned from, in yuan; null where they bear nothing
     */
    record Choosable(
            UUID id,
            String name,
            long priceFen,
            long free,
            String most,
            @Nullable String before,
            List<String> against,
            boolean picked) {}

    record FormPage(
            Open campaign,
            UUID listingId,
            String goods,
            boolean mayJoin,
            List<String> against,
            List<Choosable> skus,
            List<String> terms,
            String termsSha256,
            UUID id,
            boolean flash,
            Form form) {}
}
