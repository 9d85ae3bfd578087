package terrace.web.demo.houses;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.centres.Centres;
import terrace.marketplace.centres.Fair;
import terrace.marketplace.centres.Point;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.curation.Arrangement;
import terrace.marketplace.curation.Curation;
import terrace.marketplace.curation.Section;
import terrace.marketplace.governance.Governance;
import terrace.marketplace.governance.Proposal;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommenders;
import terrace.marketplace.zones.ZoneTerms;
import terrace.marketplace.zones.Zones;
import terrace.web.demo.plan.Arranged;
import terrace.web.demo.plan.PlannedListing;

/** Arranges pavilions; what was arranged before is left alone. */
@Singleton
public class Houses {
    private static final String JOINT = "grid-and-light";
    private static final String ONE = "long-river-power";
    private static final String OTHER = "mountain-light";
    private static final String ZONE = "vegetable-basket";
    private static final int FLAGSHIP = 4;
    private static final int DAYS = 7;
    private static final long JIN_FEN_MAX = 2_000;
    private static final Duration TERMS = Duration.ofDays(90);

    private final Curation curation;
    private final Centres centres;
    private final Governance governance;
    private final Zones zones;
    private final Pavilions pavilions;
    private final Partners partners;
    private final Recommenders recommenders;
    private final Categories categories;
    private final Clock clock;

    Houses(
            Curation curation,
            Centres centres,
            Governance governance,
            Zones zones,
            Pavilions pavilions,
            Partners partners,
            Recommenders recommenders,
            Categories categories,
            Clock clock) {
        this.curation = curation;
        this.centres = centres;
        this.governance = governance;
        this.zones = zones;
        this.pavilions = pavilions;
        this.partners = partners;
        this.recommenders = recommenders;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * @param organiser who may arrange one of them
     * @param one who speaks for one co-owner of the joint pavilion
     * @param other who speaks for the other
     */
    public void arrange(
            List<PlannedListing> planned,
            Map<String, Merchant> merchants,
            Account operator,
            Account organiser,
            Account one,
            Account other) {
        curation.appoint("yunnan", organiser.id(), "demo");
        for (Arranged arranged : Arranged.load()) {
            arrange(arranged, planned, operator);
        }
        places(operator);
        terms(operator);
        recommenders.appoint(one.id(), ONE, "demo");
        say(planned, merchants, one, other);
    }

    private void arrange(Arranged arranged, List<PlannedListing> planned, Account operator) {
        UUID id = id("arrangement of " + arranged.code());
        List<UUID> flagship = planned.stream()
                .filter(listing -> arranged.counties().contains(listing.county()))
                .limit(FLAGSHIP)
                .map(PlannedListing::id)
                .toList();
        Set<Section> usual = EnumSet.complementOf(EnumSet.of(Section.UP, Section.DOWN));
        List<Section> sections = arranged.sections().isEmpty() ? List.copyOf(usual) : arranged.sections();
        curation.draft(
                operator,
                arranged.code(),
                id,
                new Arrangement.Content(
                        sections,
                        arranged.storyZh(),
                        arranged.storyEn(),
                        arranged.seasonZh(),
                        arranged.seasonEn(),
                        arranged.months(),
                        arranged.counties(),
                        flagship));
        curation.begin(operator, arranged.code(), id, null);
    }

    private void places(Account operator) {
        centres.add(
                operator,
                "beijing",
                new Point(
                        id("centre"),
                        Point.Kind.CENTRE,
                        "消费帮扶展销中心（示例）",
                        "Exhibition and sale (sample)",
                        "示例路 1 号",
                        "周二至周日 9:00–18:00"));
        centres.add(
                operator,
                "beijing",
                new Point(
                        id("pick-up"),
                        Point.Kind.PICK_UP,
                        "示例社区自提点",
                        "Pick-up point of a sample community",
                        "示例社区南门",
                        "每天 16:00–20:00"));
        LocalDate first = clock.today().plusDays(12);
        if (centres.fairs("beijing").isEmpty()) {
            centres.add(
                    operator,
                    "beijing",
                    new Fair(id("fair " + first), "年货展销会", "New year fair", "展销中心", first, first.plusDays(3)));
        }
    }

    /** A cap that no root vegetable of the facts reaches: nobody who walks through the market is kept from buying. */
    private void terms(Account operator) {
        Set<UUID> roots = new HashSet<>();
        categories.bySlug("roots").map(Category::id).ifPresent(roots::add);
        if (zones.terms(ZONE).isEmpty() && !roots.isEmpty()) {
            Instant ends = clock.now().plus(TERMS);
            zones.set(
                    id("terms " + clock.today()),
                    new ZoneTerms(ZONE, roots, Set.of(), Set.of(), null, null, DAYS, JIN_FEN_MAX, ends),
                    operator.id());
        }
    }

    /** One proposal that carried, one that waits for the other's vote. */
    private void say(List<PlannedListing> planned, Map<String, Merchant> merchants, Account one, Account other) {
        Partner brings = partners.byCode(ONE).orElseThrow();
        Partner beside = partners.byCode(OTHER).orElseThrow();
        List<UUID> members = pavilions.merchantsOf(JOINT);
        governance.attribute(JOINT, brings.id(), new HashSet<>(members.subList(0, members.size() / 2)));
        governance.attribute(JOINT, beside.id(), new HashSet<>(members.subList(members.size() / 2, members.size())));
        Merchant rice = merchants.get("honghe-coop");
        if (rice != null) {
            UUID proposal = id("proposal of rice");
            governance.propose(one.id(), JOINT, proposal, Proposal.Kind.MERCHANT, rice.id(), "红米去年职工买过，回购的多。");
            governance.vote(other.id(), proposal, true);
        }
        planned.stream()
                .filter(listing -> listing.seller().code().equals("anyuan-coop"))
                .findFirst()
                .ifPresent(oranges -> governance.propose(
                        one.id(),
                        JOINT,
                        id("proposal of oranges"),
                        Proposal.Kind.LISTING,
                        oranges.id(),
                        "脐橙正当季，适合发福利。"));
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("house:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
