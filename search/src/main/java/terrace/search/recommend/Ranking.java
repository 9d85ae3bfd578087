package terrace.search.recommend;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.recommend.Kin.Trait;
import terrace.search.recommend.LearnedRows.Habit;

/**
 * Weighs goods for one member: the sum of a few parts, each from 0 to 1, each with its weight, lessened by how often
 * the goods were shown and ignored. The largest part is the reason.
 *
 * @param near of each seed: how its neighbours go with it
 */
record Ranking(
        Interest interest,
        Map<UUID, Map<UUID, Double>> near,
        Map<UUID, Trait> traits,
        Map<UUID, Habit> habits,
        Popular.Ranked popular,
        Instant now) {
    static final double AGAIN = 6;
    static final double LOOKED = 1.5;
    static final double NEAR = 2;
    static final double TASTE = 1;
    static final double POPULAR = 0.7;
    static final double SUM_MAX = LOOKED + NEAR + TASTE;

    /** A weighed mean of neighbours of this much counts half. */
    static final double NEAR_HALF = 0.05;

    static final double LOOKED_HALF = 2;
    /** What is ignored loses this each time. */
    static final double IGNORED_FACTOR = 0.8;
    /** Of goods nobody knows: one buyer in five comes back, known as well as five buyers would tell. */
    static final double RETURNING_PRIOR = 1;

    static final double BUYERS_PRIOR = 5;
    /** A member's own returning counts as much as the habit of all after so many purchases. */
    static final double OWN_PRIOR = 2;

    static final double INTERVAL_DAYS_DEFAULT = 21;
    /** Past its time, what is bought again fades by half in so many intervals. */
    static final double OVERDUE_HALF_LIFE = 2;

    /** Half-way through its interval it is an eighth as likely as at its end. */
    static final double EARLY_POWER = 3;

    private static final double TASTE_FLOOR = 0.3;

    /**
     * Goods with their weight.
     *
     * @param becauseId the goods the reason speaks of, null when it speaks of none
     */
    record Weighed(
            UUID listingId,
            double score,
            Reason reason,
            @Nullable UUID becauseId) {}

    List<Weighed> of(Iterable<UUID> candidates) {
        Map<UUID, Double> tastes = tastes();
        Map<UUID, Weighed> weighed = new HashMap<>();
        candidates.forEach(id -> weighed.computeIfAbsent(id, each -> weigh(each, tastes)));
        return weighed.values().stream()
                .filter(each -> each.score() > 0)
                .sorted(Comparator.comparingDouble(Weighed::score).reversed().thenComparing(Weighed::listingId))
                .toList();
    }

    private Weighed weigh(UUID id, Map<UUID, Double> tastes) {
        double fresh = Math.pow(IGNORED_FACTOR, interest.ignored().getOrDefault(id, 0));
        if (interest.bought().containsKey(id)) {
            return new Weighed(id, AGAIN * again(id) * fresh, Reason.AGAIN, null);
        }
        double looked = LOOKED * looked(id);
        double close = NEAR * near(id);
        double taste = TASTE * taste(id, tastes);
        double sells = POPULAR * popular.goods().getOrDefault(id, 0.0);
        double score = (looked + close + taste + sells) * fresh;
        UUID seed = close >= taste ? nearestSeed(id) : seedOfCategory(id);
        if (looked >= Math.max(close, Math.max(taste, sells)) && looked > 0) {
            return new Weighed(id, score, Reason.LOOKED, null);
        }
        return seed != null && Math.max(close, taste) >= sells
                ? new Weighed(id, score, because(seed), seed)
                : new Weighed(id, score, popular.ofProvince() ? Reason.PROVINCE : Reason.POPULAR, null);
    }

    private Reason because(UUID seed) {
        return interest.bought().containsKey(seed) ? Reason.BOUGHT : Reason.LOOKED;
    }

    /** What a member's own signals say for goods of a search, from 0 to 1; neither sales nor buying again count. */
    double leaning(UUID id, Map<UUID, Double> tastes) {
        double sum = LOOKED * looked(id) + NEAR * near(id) + TASTE * tastes.getOrDefault(category(id), 0.0);
        return Math.min(1, sum / SUM_MAX);
    }

    /** How likely it is bought again now: who comes back at all, times whether it is time. */
    double again(UUID id) {
        List<Instant> bought = interest.bought().getOrDefault(id, List.of());
        if (bought.isEmpty()) {
            return 0;
        }
        Habit habit = habits.getOrDefault(id, Habit.UNKNOWN);
        double common = (habit.returning() + RETURNING_PRIOR) / (habit.buyers() + BUYERS_PRIOR);
        int more = bought.size() - 1;
        double returns = (more + OWN_PRIOR * common) / (more + OWN_PRIOR);
        double interval = habit.intervalDays() > 0 ? habit.intervalDays() : INTERVAL_DAYS_DEFAULT;
        if (more > 0) {
            double own = Interest.days(bought.getLast(), bought.getFirst()) / more;
            interval = Math.max(1, own > 0 ? own : interval);
        }
        double passed = Interest.days(bought.getFirst(), now) / interval;
        return returns * (passed < 1 ? Math.pow(passed, EARLY_POWER) : Interest.fade(passed - 1, OVERDUE_HALF_LIFE));
    }

    private double looked(UUID id) {
        double weight = interest.bought().containsKey(id) ? 0 : interest.weight(id);
        return weight / (weight + LOOKED_HALF);
    }

    private double near(UUID id) {
        double sum = 0;
        double all = 0;
        for (Map.Entry<UUID, Map<UUID, Double>> seed : near.entrySet()) {
            double weight = interest.weight(seed.getKey());
            sum += weight * seed.getValue().getOrDefault(id, 0.0);
            all += weight;
        }
        double mean = all == 0 ? 0 : sum / all;
        return mean / (mean + NEAR_HALF);
    }

    private @Nullable UUID nearestSeed(UUID id) {
        return near.entrySet().stream()
                .filter(seed -> seed.getValue().containsKey(id))
                .max(Comparator.comparingDouble(
                        seed -> interest.weight(seed.getKey()) * seed.getValue().getOrDefault(id, 0.0)))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Share of each category in the member's interest. */
    Map<UUID, Double> tastes() {
        Map<UUID, Double> tastes = new HashMap<>();
        double all = 0;
        for (Map.Entry<UUID, Double> each : interest.weights().entrySet()) {
            UUID category = category(each.getKey());
            if (category != null) {
                tastes.merge(category, each.getValue(), Double::sum);
                all += each.getValue();
            }
        }
        double sum = all;
        tastes.replaceAll((category, weight) -> weight / sum);
        return tastes;
    }

    private double taste(UUID id, Map<UUID, Double> tastes) {
        double share = tastes.getOrDefault(category(id), 0.0);
        return share * (TASTE_FLOOR + (1 - TASTE_FLOOR) * popular.goods().getOrDefault(id, 0.0));
    }

    private @Nullable UUID seedOfCategory(UUID id) {
        UUID category = category(id);
        return interest.seeds().stream()
                .filter(seed -> category != null && category.equals(category(seed)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable UUID category(UUID id) {
        Trait trait = traits.get(id);
        return trait == null ? null : trait.categoryId();
    }
}
