package terrace.search.merchandising;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.merchandising.Ruling.Fault;
import terrace.search.words.Spelling;

/** Where operators decide about searches. What they decide is in force on every site within a few seconds. */
@Singleton
public class Merchandising {
    public static final int RULES_MAX = 500;
    public static final int PLACE_MAX = 10;
    public static final int STRENGTH_MAX = 3;
    public static final int ASKED_LENGTH_MAX = 60;
    public static final int NOTE_LENGTH_MAX = 200;
    public static final int PAGE = 50;

    /** Five seconds were promised; a page of results is made anew with the rules. */
    private static final long TRUSTED_NANOS = Duration.ofSeconds(2).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Merchandising.class);

    private final RuleRows rows;
    private final Drafts drafts;
    private final GoodsNames names;
    private final Audit audit;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Read read = new Read(RulesInForce.NONE, System.nanoTime() - TRUSTED_NANOS - 1);

    Merchandising(RuleRows rows, Drafts drafts, GoodsNames names, Audit audit, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a text is kept and compared: folded, and with single blanks. */
    public static String fold(String asked) {
        return Spelling.fold(asked).strip().replaceAll("\\s+", " ");
    }

    /** Makes a rule; the same one sent again is made once. */
    @Transactional
    public Ruling make(UUID operatorId, NewRule wanted) {
        Optional<Rule> made = rows.byId(wanted.id());
        if (made.isPresent()) {
            return new Ruling.Made(made.get());
        }
        Set<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return new Ruling.Refused(faults);
        }
        if (rows.add(drafts.rule(operatorId, wanted))) {
            audit.record(
                    "account:" + operatorId,
                    "search-rule-made",
                    "rule:" + wanted.id(),
                    Map.of("kind", wanted.kind().name()));
        }
        return new Ruling.Made(rows.byId(wanted.id()).orElseThrow());
    }

    /** Takes a rule out of force; false when there is none, or it was ended before. */
    @Transactional
    public boolean end(UUID operatorId, UUID ruleId) {
        boolean ended = rows.end(ruleId, operatorId);
        if (ended) {
            audit.record("account:" + operatorId, "search-rule-ended", "rule:" + ruleId, Map.of());
        }
        return ended;
    }

    /**
     * Makes an ended rule anew, once, from now on and for as long as it would have held; empty when there is none, it
     * is not ended, or its days are over.
     */
    @Transactional
    public Optional<Rule> putBack(UUID operatorId, UUID ruleId) {
        UUID id = Ids.next();
        if (full() || !rows.addAgain(id, ruleId, operatorId)) {
            return Optional.empty();
        }
        audit.record("account:" + operatorId, "search-rule-put-back", "rule:" + id, Map.of("was", ruleId.toString()));
        return rows.byId(id);
    }

    /** What is wrong with a rule; empty when it could be made. */
    public Set<Fault> faults(NewRule wanted) {
        Set<Fault> faults = drafts.faults(wanted);
        if (full()) {
            faults.add(Fault.RULES_TOO_MANY);
        }
        return faults;
    }

    /** The goods an operator may mean by a name or a code; several where a name is not one's alone. */
    public List<Called> called(Trait trait, String typed) {
        return names.like(trait, typed);
    }

    public Optional<Rule> byId(UUID id) {
        return rows.byId(id);
    }

    /** @param before the number of the last one seen, null for the newest; at most fifty */
    public List<Rule> page(@Nullable Long before) {
        return rows.page(before == null ? Long.MAX_VALUE : before, PAGE);
    }

    /** What every search asks; at most a few seconds old, and never waits for the database but the first time. */
    public RulesInForce inForce() {
        Read present = read;
        if (System.nanoTime() - present.at > TRUSTED_NANOS && reading.compareAndSet(false, true)) {
            if (present.rules == RulesInForce.NONE) {
                readAgain();
            } else {
                Thread.ofVirtual().name("search-rules").start(this::readAgain);
            }
        }
        return read.rules;
    }

    /** What is in force this moment; for searches {@link #inForce} is cheaper. */
    public RulesInForce present() {
        return new RulesInForce(standing());
    }

    /** As if this one were in force as well: to look at its effect before it is made. */
    public RulesInForce with(UUID operatorId, NewRule wanted) {
        Rule draft = drafts.rule(operatorId, wanted);
        return new RulesInForce(
                Stream.concat(standing().stream(), Stream.of(draft)).toList());
    }

    /** As if this one were not in force. */
    public RulesInForce without(UUID ruleId) {
        return new RulesInForce(
                standing().stream().filter(rule -> !rule.id().equals(ruleId)).toList());
    }

    private boolean full() {
        return rows.standing(RULES_MAX).size() >= RULES_MAX;
    }

    private List<Rule> standing() {
        Instant now = clock.now();
        return rows.standing(RULES_MAX).stream()
                .filter(rule -> rule.inForce(now))
                .toList();
    }

    private void readAgain() {
        try {
            read = new Read(new RulesInForce(standing()), System.nanoTime());
        } catch (RuntimeException e) {
            LOG.warn("The rules for searches could not be read, those known stay in force", e);
            read = new Read(read.rules, System.nanoTime());
        } finally {
            reading.set(false);
        }
    }

    private record Read(RulesInForce rules, long at) {}
}
