package terrace.search.recommend;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.marketplace.clock.Clock;
import terrace.search.recommend.LearnedRows.Basis;
import terrace.search.signals.PersonalRanking;
import terrace.search.signals.Signals;

/** Gathers what is known for one request: a handful of short reads, whatever the size of the market. */
@Singleton
class Profiles {
    /** Neighbours of all seeds together that are weighed. */
    static final int NEIGHBOURS_WEIGHED_MAX = 250;

    private static final int CATEGORIES_MAX = 5;

    private final Signals signals;
    private final PersonalRanking choice;
    private final LearnedRows rows;
    private final Vicinity vicinity;
    private final Kin kin;
    private final Popular popular;
    private final Clock clock;

    Profiles(
            Signals signals,
            PersonalRanking choice,
            LearnedRows rows,
            Vicinity vicinity,
            Kin kin,
            Popular popular,
            Clock clock) {
        this.signals = signals;
        this.choice = choice;
        this.rows = rows;
        this.vicinity = vicinity;
        this.kin = kin;
        this.popular = popular;
        this.clock = clock;
    }

    /** Nothing at all for strangers and for members who turned it off. */
    Interest interest(Asking asking) {
        UUID member = asking.memberId();
        return member == null || !choice.isOn(member)
                ? Interest.NONE
                : Interest.of(signals.recent(member, Interest.BACK, Interest.SIGNALS_MAX), clock.now());
    }

    /** The arithmetic for this member, and the goods worth weighing. */
    Prepared prepared(Asking asking, Interest interest) {
        List<UUID> seeds = interest.seeds();
        Map<UUID, Map<UUID, Double>> near =
                seeds.isEmpty() ? Map.of() : rows.neighbours(seeds, EnumSet.allOf(Basis.class));
        Popular.Ranked sells = popular.in(asking.provinceCode());
        Set<UUID> candidates = new LinkedHashSet<>(sells.goods().keySet());
        candidates.addAll(interest.weights().keySet());
        candidates.addAll(nearest(interest, near));
        Map<UUID, Kin.Trait> seedTraits =
                seeds.isEmpty() ? Map.of() : kin.traits(interest.weights().keySet());
        categories(interest, seedTraits)
                .forEach(category ->
                        kin.bestOf(category).stream().map(ListingCard::id).forEach(candidates::add));
        Map<UUID, Kin.Trait> traits = seeds.isEmpty() ? Map.of() : kin.traits(candidates);
        Map<UUID, LearnedRows.Habit> habits = interest.bought().isEmpty()
                ? Map.of()
                : rows.habits(interest.bought().keySet());
        return new Prepared(new Ranking(interest, near, traits, habits, sells, clock.now()), candidates);
    }

    /** For goods that somebody else found: only what weighs them. */
    Ranking forThese(Interest interest, Collection<UUID> ids) {
        Set<UUID> all = new LinkedHashSet<>(ids);
        all.addAll(interest.weights().keySet());
        return new Ranking(
                interest,
                vicinity.of(interest.seeds()),
                kin.traits(all),
                Map.of(),
                new Popular.Ranked(Map.of(), false),
                clock.now());
    }

    private static List<UUID> nearest(Interest interest, Map<UUID, Map<UUID, Double>> near) {
        Map<UUID, Double> sums = new HashMap<>();
        near.forEach((seed, others) ->
                others.forEach((other, score) -> sums.merge(other, interest.weight(seed) * score, Double::sum)));
        return best(sums, NEIGHBOURS_WEIGHED_MAX);
    }

    private static List<UUID> categories(Interest interest, Map<UUID, Kin.Trait> traits) {
        Map<UUID, Double> sums = new HashMap<>();
        traits.forEach((id, trait) -> sums.merge(trait.categoryId(), interest.weight(id), Double::sum));
        return best(sums, CATEGORIES_MAX);
    }

    private static List<UUID> best(Map<UUID, Double> sums, int limit) {
        return sums.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    record Prepared(Ranking ranking, Set<UUID> candidates) {}
}
