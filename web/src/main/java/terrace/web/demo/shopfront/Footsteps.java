package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;
import terrace.web.demo.plan.PlannedListing;
import terrace.web.demo.plan.Seed;

/** What members looked at in the past weeks: each has two kinds of goods they care for, and now and then another. */
@Singleton
class Footsteps {
    private static final int VISITS = 12;
    private static final int FAVOURITES = 2;
    /** Every so many visits goes anywhere. */
    private static final int STROLL_EVERY = 5;

    private static final int ADD_EVERY = 4;
    private static final int HOURS_BACK = 20 * 24;
    private static final int SECONDS = 90;

    private final Signals signals;
    private final Clock clock;

    Footsteps(Signals signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /** The same steps once a day, however often the market is built on it. */
    void walk(List<PlannedListing> planned, List<UUID> members) {
        Map<String, List<PlannedListing>> kinds = new TreeMap<>();
        planned.forEach(listing -> kinds.computeIfAbsent(listing.goods().category(), kind -> new ArrayList<>())
                .add(listing));
        List<String> names = List.copyOf(kinds.keySet());
        List<Signal> steps = new ArrayList<>();
        for (UUID member : members) {
            String who = member.toString();
            for (int visit = 0; visit < VISITS; visit++) {
                String key = Integer.toString(visit);
                int favourite = Seed.below(names.size(), who, "likes", Integer.toString(visit % FAVOURITES));
                int kind = visit % STROLL_EVERY == STROLL_EVERY - 1
                        ? Seed.below(names.size(), who, "strolls", key)
                        : favourite;
                List<PlannedListing> goods = kinds.getOrDefault(names.get(kind), List.of());
                PlannedListing seen = goods.get(Seed.below(goods.size(), who, "sees", key));
                steps.addAll(steps(member, seen, key));
            }
        }
        signals.keep(steps);
    }

    private List<Signal> steps(UUID member, PlannedListing seen, String visit) {
        Instant at = clock.now().minus(Duration.ofHours(1 + Seed.below(HOURS_BACK, member.toString(), "when", visit)));
        int seconds = Seed.below(SECONDS, member.toString(), "stays", visit);
        List<Signal> steps = new ArrayList<>();
        steps.add(signal(member, Signal.Kind.VIEW, seen, 0, at, visit));
        steps.add(signal(member, Signal.Kind.DWELL, seen, seconds, at.plusSeconds(seconds), visit));
        if (Seed.below(ADD_EVERY, member.toString(), "adds", visit) == 0) {
            steps.add(signal(member, Signal.Kind.ADD, seen, 0, at.plusSeconds(seconds), visit));
        }
        return steps;
    }

    private Signal signal(UUID member, Signal.Kind kind, PlannedListing seen, int seconds, Instant at, String visit) {
        UUID id =
                Seed.id(0, member.toString(), kind.name(), visit, clock.today().toString());
        return new Signal(id, member, kind, seen.id(), seconds, at);
    }
}
