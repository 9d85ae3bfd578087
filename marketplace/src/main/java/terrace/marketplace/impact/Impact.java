package terrace.marketplace.impact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of help, reckoned from facts for any days. */
@Singleton
public class Impact {
    /** The most facts anybody gets at once. */
    public static final int SLICE_SIZE_MAX = 5_000;

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final Duration WHILE_RUNNING = Duration.ofSeconds(10);
    private static final int KEPT_MAX = 500;
    /** Each is some hundred bytes. */
    private static final int HEAPS_KEPT_MAX = 300_000;

    private final FactRows facts;
    private final ReckoningRows rows;
    private final AllocationRepository allocations;
    private final LoadingCache<Asked, Ledger> ledgers =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build(this::grow);

    /** What ledgers were made of; beside them, for they are kept longer and some are large. */
    private final Cache<Asked, Grown> grown = Caffeine.newBuilder()
            .maximumWeight(HEAPS_KEPT_MAX)
            .weigher((Asked asked, Grown known) -> 1 + known.heaps().size())
            .build();

    private final LoadingCache<String, Sum> ofCampaigns = Caffeine.newBuilder()
            .maximumSize(KEPT_MAX)
            .expireAfterWrite(WHILE_RUNNING)
            .build(this::reckonCampaign);

    Impact(FactRows facts, ReckoningRows rows, AllocationRepository allocations) {
        this.facts = facts;
        this.rows = rows;
        this.allocations = allocations;
    }

    /** Days, and a pavilion or the whole country. */
    record Asked(LocalDate from, LocalDate to, @Nullable String pavilion) {}

    /**
     * From one day to another, both included; kept for a minute, so that many readers cost one reckoning. After that
     * only facts are read that came since, and nothing where none came.
     *
     * @param pavilion its code; null for the whole country
     */
    public Ledger ledger(LocalDate from, LocalDate to, @Nullable String pavilion) {
        return ledgers.get(new Asked(from, to, pavilion));
    }

    /** As {@link #ledger}, from the facts as they are this moment. */
    @Connectable
    public Ledger reckon(LocalDate from, LocalDate to, @Nullable String pavilion) {
        return ledger(new Asked(from, to, pavilion), rows.heaps(from, to, pavilion, Long.MAX_VALUE));
    }

    /** The same from what was reckoned before; numbers are seen in their order, so that none is missed. */
    @Connectable
    Ledger grow(Asked asked) {
        long last = facts.last();
        Grown before = grown.getIfPresent(asked);
        if (before != null && before.last() == last) {
            return before.ledger();
        }
        List<Heap> heaps = before == null
                ? rows.heaps(asked.from(), asked.to(), asked.pavilion(), last)
                : Grown.together(
                        before.heaps(), rows.since(before.last(), last, asked.from(), asked.to(), asked.pavilion()));
        Grown now = new Grown(last, heaps, ledger(asked, heaps));
        grown.put(asked, now);
        return now.ledger();
    }

    private Ledger ledger(Asked asked, List<Heap> heaps) {
        return reckoning(heaps.stream()
                        .map(Heap::allocation)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .ledger(asked.from(), asked.to(), heaps);
    }

    /** What goods sold for a campaign came to, and whom they helped; kept for some seconds, however many ask. */
    public Sum ofCampaign(String slug) {
        return ofCampaigns.get(slug);
    }

    @Connectable
    Sum reckonCampaign(String slug) {
        List<Heap> heaps = rows.heapsOfCampaign(slug);
        return reckoning(heaps.stream()
                        .map(Heap::allocation)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .sum(heaps);
    }

    /** Whom these orders helped, as far as they were paid and not taken back; empty before they are counted. */
    @Connectable
    public Optional<Helping> helped(List<String> sources) {
        List<Fact> known = facts.ofSources(sources);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Heap> heaps = known.stream().map(Impact::heap).toList();
        Set<Long> behind =
                heaps.stream().map(Heap::allocation).filter(Objects::nonNull).collect(Collectors.toSet());
        List<String> counties = known.stream()
                .collect(Collectors.groupingBy(Fact::countyCode, Collectors.summingLong(Fact::fen)))
                .entrySet()
                .stream()
                .filter(county -> county.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Optional.of(new Helping(counties, reckoning(behind).sum(heaps)));
    }

    /** Facts after this number in the order of their numbers, for those who follow them. */
    @Connectable
    public List<Fact> after(long number, int limit) {
        return facts.after(number, Math.clamp(limit, 1, SLICE_SIZE_MAX));
    }

    /** The number of the newest fact; 0 before the first. */
    @Connectable
    public long last() {
        return facts.last();
    }

    /** Facts of these days after this number; as many as {@link #SLICE_SIZE_MAX} at most. */
    @Connectable
    public List<Fact> facts(LocalDate from, LocalDate to, @Nullable String pavilion, long after) {
        return facts.ofDays(from, to, pavilion, after, SLICE_SIZE_MAX);
    }

    @Connectable
    public Optional<Fact> fact(long number) {
        return facts.byNumber(number);
    }

    /** The codes of the families behind each of these allocations: numbers, never names. */
    @Connectable
    public Map<Long, List<String>> families(Set<Long> numbers) {
        return rows.members(numbers);
    }

    /** Allocations newest first, before the number given; Long.MAX_VALUE for the first page. */
    public List<Allocation> allocations(long before, int limit) {
        return allocations.newest(before, limit);
    }

    private Reckoning reckoning(Set<Long> behind) {
        return new Reckoning(rows.members(behind));
    }

    private static Heap heap(Fact fact) {
        return new Heap(
                YearMonth.from(fact.day()),
                fact.countyCode(),
                fact.allocation(),
                fact.basis(),
                fact.grams(),
                fact.fen(),
                1);
    }
}
