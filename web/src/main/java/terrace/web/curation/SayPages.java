package terrace.web.curation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
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
import terrace.marketplace.clock.Clock;
import terrace.marketplace.governance.Governance;
import terrace.marketplace.governance.Proposal;
import terrace.marketplace.governance.Say;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.orders.takings.Taken;
import terrace.orders.takings.Takings;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.signin.Visitor;

/** Prepares the page on which a partner has its say in a pavilion. */
@Singleton
class SayPages {
    private final Governance governance;
    private final Pavilions pavilions;
    private final Partners partners;
    private final Merchants merchants;
    private final Listings listings;
    private final Takings takings;
    private final Clock clock;

    SayPages(
            Governance governance,
            Pavilions pavilions,
            Partners partners,
            Merchants merchants,
            Listings listings,
            Takings takings,
            Clock clock) {
        this.governance = governance;
        this.pavilions = pavilions;
        this.partners = partners;
        this.merchants = merchants;
        this.listings = listings;
        this.takings = takings;
        this.clock = clock;
    }

    /** Empty for a pavilion the reader's partner does not co-own. */
    Optional<SayPage> page(Visitor visitor, String code, Form form) {
        Optional<UUID> own = governance.partner(visitor.memberId(), code);
        Optional<Pavilion> pavilion = pavilions.byCode(code);
        if (own.isEmpty() || pavilion.isEmpty()) {
            return Optional.empty();
        }
        Language language = visitor.language();
        Map<UUID, Partner> known = partners.byIds(new HashSet<>(pavilion.get().partnerIds()));
        List<Say> shares = governance.shares(code);
        int whole = Math.max(1, shares.stream().mapToInt(Say::share).sum());
        return Optional.of(new SayPage(
                code,
                language.english() ? pavilion.get().nameEn() : pavilion.get().name(),
                shares.stream()
                        .map(say -> new Share(
                                name(language, known.get(say.partnerId())),
                                say.share() * 100 / whole,
                                own.get().equals(say.partnerId())))
                        .toList(),
                proposals(language, code, own.get(), known),
                results(code, own.get()),
                Ids.next(),
                form));
    }

    private List<Row> proposals(Language language, String code, UUID own, Map<UUID, Partner> known) {
        List<Proposal> proposals = governance.proposals(code);
        Map<UUID, Merchant> shops = merchants.byIds(subjects(proposals, Proposal.Kind.MERCHANT));
        Map<UUID, Listing> goods = listings.byIds(subjects(proposals, Proposal.Kind.LISTING));
        return proposals.stream()
                .map(proposal -> {
                    Merchant shop = shops.get(proposal.subjectId());
                    Listing listing = goods.get(proposal.subjectId());
                    boolean merchant = proposal.kind() == Proposal.Kind.MERCHANT;
                    return new Row(
                            proposal.id(),
                            proposal.kind().name(),
                            merchant ? (shop == null ? "" : shop.name()) : (listing == null ? "" : listing.title()),
                            merchant
                                    ? "/merchants/" + (shop == null ? "" : shop.code())
                                    : "/listings/" + proposal.subjectId(),
                            proposal.sentence(),
                            name(language, known.get(proposal.partnerId())),
                            votes(language, proposal, known, true),
                            votes(language, proposal, known, false),
                            proposal.decided() == null
                                    ? "OPEN"
                                    : proposal.decided().name(),
                            proposal.decided() == null && !proposal.votes().containsKey(own));
                })
                .toList();
    }

    /** This year's, for merchants this partner brought, and for all of the pavilion; no merchant is counted twice. */
    private Results results(String code, UUID own) {
        Instant from = LocalDate.of(clock.today().getYear(), 1, 1)
                .atStartOfDay(Clock.ZONE)
                .toInstant();
        Set<UUID> all = Set.copyOf(pavilions.merchantsOf(code));
        Map<UUID, UUID> sponsors = governance.sponsors(code);
        Map<UUID, Taken> taken = takings.since(from, all);
        Taken ours = taken.entrySet().stream()
                .filter(each -> own.equals(sponsors.get(each.getKey())))
                .map(Map.Entry::getValue)
                .reduce(Taken.NOTHING, Taken::plus);
        Taken whole = taken.values().stream().reduce(Taken.NOTHING, Taken::plus);
        long brought = sponsors.values().stream().filter(own::equals).count();
        return new Results(brought, all.size(), ours.orders(), ours.fen(), whole.orders(), whole.fen());
    }

    private static Set<UUID> subjects(List<Proposal> proposals, Proposal.Kind kind) {
        return proposals.stream()
                .filter(proposal -> proposal.kind() == kind)
                .map(Proposal::subjectId)
                .collect(Collectors.toSet());
    }

    private static String votes(Language language, Proposal proposal, Map<UUID, Partner> known, boolean yes) {
        return proposal.votes().entrySet().stream()
                .filter(vote -> vote.getValue() == yes)
                .map(vote -> name(language, known.get(vote.getKey())))
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(language.english() ? ", " : "、"));
    }

    private static String name(Language language, @Nullable Partner partner) {
        return partner == null ? "" : language.english() ? partner.nameEn() : partner.name();
    }

    /** @param percent of the say */
    record Share(String partner, int percent, boolean own) {}

    /**
     * A proposal.
     *
     * @param state words are at {@code curation.proposal.<state>}
     * @param mayVote whether the reader's partner has not voted yet
     */
    record Row(
            UUID id,
            String kind,
            String subject,
            String path,
            String sentence,
            String partner,
            String yes,
            String no,
            String state,
            boolean mayVote) {}

    /** This year's; money in fen. */
    record Results(long brought, long members, long orders, long fen, long allOrders, long allFen) {}

    /** @param proposal what the next proposal will be called */
    record SayPage(
            String code,
            String name,
            List<Share> shares,
            List<Row> proposals,
            Results results,
            UUID proposal,
            Form form) {}
}
