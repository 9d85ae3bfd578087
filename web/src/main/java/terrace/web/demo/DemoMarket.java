package terrace.web.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import terrace.catalog.categories.Category;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.GrownMarket;
import terrace.web.demo.plan.ListingPlan;
import terrace.web.demo.plan.PlannedListing;
import terrace.web.demo.plan.Supplies;

/**
 * Builds the demo market by calling doors; what stands already is left alone, so that building twice changes nothing.
 */
@Singleton
@Requires(property = "terrace.demo", value = "true")
public class DemoMarket {

    /** Who buys in the walk through the market. */
    private static final String BUYER = "member@demo.terrace";

    private static final String OTHER_ENDORSER = "endorser2@demo.terrace";

    private static final int BATCH = 100;
    private static final int BATCH_GROWN = 500;
    /** Those that go on the shelf at the same moment of the market's time. */
    private static final int BATCHES_AT_ONCE = 4;

    private static final int LINES_FROM = 40;
    private static final int LINE_EVERY = 20;
    private static final Duration SEASON = Duration.ofDays(60);

    private final People people;
    private final Places places;
    private final Shelves shelves;
    private final Trade trade;
    private final Desks desks;
    private final Applicants applicants;
    private final Helpers helpers;
    private final Harvests harvests;
    private final Standings standings;
    private final Questions questions;
    private final Stories stories;
    private final EventWorker events;
    private final Jobs jobs;
    private final Regions regions;
    private final Clock clock;
    private final int wanted;
    private final Facts facts = Facts.load();
    private final List<PlannedListing> supplies = Supplies.planned();

    DemoMarket(
            People people,
            Places places,
            Shelves shelves,
            Trade trade,
            Desks desks,
            Applicants applicants,
            Helpers helpers,
            Harvests harvests,
            Standings standings,
            Questions questions,
            Stories stories,
            EventWorker events,
            Jobs jobs,
            Regions regions,
            Clock clock,
            @Value("${demo.listings:0}") int wanted) {
        this.people = people;
        this.places = places;
        this.shelves = shelves;
        this.trade = trade;
        this.desks = desks;
        this.applicants = applicants;
        this.helpers = helpers;
        this.harvests = harvests;
        this.standings = standings;
        this.questions = questions;
        this.stories = stories;
        this.events = events;
        this.jobs = jobs;
        this.regions = regions;
        this.clock = clock;
        this.wanted = wanted;
    }

    /**
     * Builds what is missing, telling each step; {@code demo.listings} grows it beyond the facts. Moves the market's
     * clock while it works, so that not all goods are of today; to be called before anyone is let in.
     */
    public DemoSummary build(Consumer<String> say) {
        try {
            Map<String, Account> members = people.members(facts.buyers());
            Account operator = people.officials();
            say.accept("Demo market: %d members".formatted(members.size()));
            Map<String, Category> categories = places.categories(facts);
            questions.ask(facts, operator.id());
            List<PlannedListing> known = ListingPlan.ofFacts(facts).planned();
            List<PlannedListing> planned = withSupplies(wanted > known.size() ? grown() : known);
            Map<String, Merchant> merchants = shelves.merchants(planned);
            people.staff(merchants);
            say.accept("Demo market: %d categories, %,d merchants".formatted(categories.size(), merchants.size()));
            int fresh = offer(planned, merchants, categories, say);
            say.accept("Demo market: %,d listings, %,d of them new".formatted(planned.size(), fresh));
            places.pavilions(facts, merchants, withSupplies(known));
            clock.shift(Duration.ZERO);
            applicants.apply(operator);
            helpers.help(merchants);
            arrange(known, merchants, operator);
            places.campaigns(facts, known);
            drive(known);
            harvests.bring(known);
            standings.bring(merchants);
            harvests.reduce(known);
            stories.shopfront()
                    .dress(
                            known,
                            People.MERCHANTS,
                            members.values().stream().map(Account::id).toList(),
                            operator.id());
            stories.ways().open(operator.id());
            stories.giveaways().hand(People.account(members, BUYER).id(), merchants, operator.id());
            help(known, operator);
            say.accept("Demo market: %d pavilions, %d campaigns"
                    .formatted(facts.houses().size(), facts.drives().size()));
            return summary(merchants.size(), planned.size(), members.size());
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    /**
     * Lets members buy and merchants ship over the past three weeks, in every state an order can have; calls the
     * sandbox bank and moves its clock. To be called after {@link #build}, before anyone is let in.
     */
    public void trade(Consumer<String> say) {
        trade.run(facts, ListingPlan.ofFacts(facts).planned(), say);
        desks.furnish();
        stories.afterSales()
                .bring(
                        People.MERCHANTS.keySet(),
                        people.account("operator2@demo.terrace", "平台调解", Role.OPERATOR)
                                .id());
        events.drain();
        stories.drives().conclude(People.ORGANISER, People.CHECKER);
        stories.helping().finish(organiser());
        jobs.run("learn-what-goes-together");
    }

    private List<PlannedListing> withSupplies(List<PlannedListing> goods) {
        return Stream.concat(goods.stream(), supplies.stream()).toList();
    }

    private void help(List<PlannedListing> known, Account operator) {
        stories.helping()
                .prepare(
                        known,
                        People.MERCHANTS.values(),
                        people.account(Applicants.ENDORSER, "县里推荐人", Role.ENDORSER)
                                .id(),
                        people.account(OTHER_ENDORSER, "另一县推荐人", Role.ENDORSER).id(),
                        operator.id());
        stories.helping().open(organiser());
    }

    private UUID organiser() {
        return people.account(People.ORGANISER, "活动组织", Role.ORGANISER).id();
    }

    private void drive(List<PlannedListing> known) {
        stories.drives()
                .bring(
                        known,
                        Set.copyOf(People.MERCHANTS.values()),
                        People.ORGANISER,
                        Applicants.RECOMMENDER,
                        People.CHECKER);
        stories.entrants().bring(known, Set.copyOf(People.MERCHANTS.values()), People.ORGANISER);
    }

    private void arrange(List<PlannedListing> known, Map<String, Merchant> merchants, Account operator) {
        stories.houses()
                .arrange(
                        known,
                        merchants,
                        operator,
                        people.account(People.ORGANISER, "活动组织", Role.ORGANISER),
                        people.account("recommender2@demo.terrace", "电力工会联络人", Role.RECOMMENDER),
                        people.account(Applicants.RECOMMENDER, "服务社推荐人", Role.RECOMMENDER));
    }

    private List<PlannedListing> grown() {
        List<Region> poor = regions.provinces().stream()
                .flatMap(province -> regions.counties(province.code()).stream())
                .filter(Region::poor)
                .toList();
        return GrownMarket.plan(facts, poor, wanted);
    }

    private int offer(
            List<PlannedListing> planned,
            Map<String, Merchant> merchants,
            Map<String, Category> categories,
            Consumer<String> say) {
        Map<String, String> roots = facts.roots();
        List<List<PlannedListing>> batches = batches(planned);
        AtomicInteger fresh = new AtomicInteger();
        for (int number = 0; number < batches.size(); number += BATCHES_AT_ONCE) {
            List<List<PlannedListing>> missing =
                    batches.subList(number, Math.min(number + BATCHES_AT_ONCE, batches.size())).stream()
                            .filter(batch -> !shelves.offered(batch))
                            .toList();
            if (!missing.isEmpty()) {
                clock.shift(SEASON.multipliedBy(batches.size() - number)
                        .dividedBy(batches.size())
                        .negated());
                Hands.each(missing, batch -> fresh.addAndGet(shelves.offer(batch, merchants, categories, roots)));
                tell(number, batches.size(), fresh.get(), say);
            }
        }
        return fresh.get();
    }

    private static void tell(int number, int batches, int fresh, Consumer<String> say) {
        if (batches > LINES_FROM && number % LINE_EVERY == LINE_EVERY - BATCHES_AT_ONCE) {
            say.accept("Demo market: %,d listings so far".formatted(fresh));
        }
    }

    /** Mixed, so that what is newest is not all of one province. */
    private static List<List<PlannedListing>> batches(List<PlannedListing> planned) {
        int size = planned.size() > 5000 ? BATCH_GROWN : BATCH;
        int count = Math.ceilDiv(planned.size(), size);
        List<List<PlannedListing>> batches = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<PlannedListing> batch = new ArrayList<>();
            for (int at = number; at < planned.size(); at += count) {
                batch.add(planned.get(at));
            }
            batches.add(batch);
        }
        return batches;
    }

    private static DemoSummary summary(int merchants, int listings, int members) {
        List<DemoSummary.DemoSignIn> signIns = new ArrayList<>();
        signIns.add(new DemoSummary.DemoSignIn("member@demo.terrace", "a member"));
        People.MERCHANTS.forEach((name, code) -> signIns.add(new DemoSummary.DemoSignIn(name, "the merchant " + code)));
        signIns.add(new DemoSummary.DemoSignIn(People.ORGANISER, "an organiser"));
        signIns.add(new DemoSummary.DemoSignIn(People.OPERATOR, "an operator"));
        signIns.add(new DemoSummary.DemoSignIn(People.CHECKER, "another operator, who approves"));
        signIns.add(new DemoSummary.DemoSignIn(Helpers.CLERK, "a clerk who acts for households"));
        signIns.add(new DemoSummary.DemoSignIn(Applicants.ENDORSER, "who endorses for 红河县; endorser2 for another"));
        signIns.add(new DemoSummary.DemoSignIn(Applicants.RECOMMENDER, "who answers for a partner organisation"));
        signIns.add(new DemoSummary.DemoSignIn("recommender2@demo.terrace", "who answers for another"));
        signIns.add(new DemoSummary.DemoSignIn(
                Applicants.DRAFTING, "an applicant with a draft; applicant2 to 5 are further"));
        return new DemoSummary(merchants, listings, members, People.PASSWORD, signIns);
    }
}
