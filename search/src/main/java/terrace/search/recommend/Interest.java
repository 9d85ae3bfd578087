package terrace.search.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.search.signals.Signal;

/**
 * What one member's signals say of them at one moment; made for a request and thrown away.
 *
 * @param weights how much each of the goods interested them, fading with a half-life
 * @param bought when each of the goods was bought, latest first
 * @param ignored how often each was shown and not followed since they last cared for it
 * @param looked goods looked at or put into the basket and not bought since, latest first
 */
record Interest(
        Map<UUID, Double> weights, Map<UUID, List<Instant>> bought, Map<UUID, Integer> ignored, List<UUID> looked) {
    static final Interest NONE = new Interest(Map.of(), Map.of(), Map.of(), List.of());

    static final Duration BACK = Duration.ofDays(90);
    /** The latest that are read. */
    static final int SIGNALS_MAX = 400;
    /** Goods whose neighbours are asked for. */
    static final int SEEDS_MAX = 20;

    static final double HALF_LIFE_DAYS = 21;
    static final Duration IGNORED_BACK = Duration.ofDays(14);
    /** Staying shorter than this on a page says nothing more than having opened it. */
    static final int DWELL_SECONDS_MIN = 15;

    private static final double SECONDS_OF_A_DAY = 86_400;

    /** @param signals newest first */
    static Interest of(List<Signal> signals, Instant now) {
        Map<UUID, Double> weights = new HashMap<>();
        Map<UUID, List<Instant>> bought = new HashMap<>();
        Map<UUID, Integer> ignored = new HashMap<>();
        List<UUID> looked = new ArrayList<>();
        Set<UUID> cared = new HashSet<>();
        for (Signal signal : signals) {
            UUID listing = signal.listingId();
            if (signal.kind() == Signal.Kind.SKIP) {
                if (!cared.contains(listing) && signal.at().isAfter(now.minus(IGNORED_BACK))) {
                    ignored.merge(listing, 1, Integer::sum);
                }
                continue;
            }
            if (signal.kind() == Signal.Kind.BUY) {
                bought.computeIfAbsent(listing, id -> new ArrayList<>()).add(signal.at());
            } else if (!cared.contains(listing)) {
                looked.add(listing);
            }
            cared.add(listing);
            weights.merge(listing, worth(signal) * fade(days(signal.at(), now), HALF_LIFE_DAYS), Double::sum);
        }
        return new Interest(weights, bought, ignored, looked);
    }

    /** What weighs most, first. */
    List<UUID> seeds() {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SEEDS_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }

    double weight(UUID listing) {
        return weights.getOrDefault(listing, 0.0);
    }

    /** One half after each half-life. */
    static double fade(double days, double halfLifeDays) {
        return Math.pow(0.5, Math.max(0, days) / halfLifeDays);
    }

    static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_OF_A_DAY;
    }

    /** Buying tells most, a glance least; the steps are ours, the order is that of every published shop. */
    private static double worth(Signal signal) {
        return switch (signal.kind()) {
            case VIEW -> 1;
            case DWELL -> signal.seconds() >= DWELL_SECONDS_MIN ? 1 : 0;
            case ADD -> 3;
            case BUY -> 4;
            case SKIP -> 0;
        };
    }
}
