package terrace.marketplace.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The record of acts; written in the caller's transaction, so that an act and its record stand or fall together. */
@Singleton
public class Audit {

    /** How often within an hour somebody's asking for other people's things is written down. */
    public static final int STRAYED_MAX = 20;

    private static final String STRAYED = "strayed";
    private static final String FOR = "for";

    private final AuditRepository entries;

    Audit(AuditRepository entries) {
        this.entries = entries;
    }

    /**
     * No personal data in any argument: ids, codes and reasons only. While a clerk acts for a household the clerk is
     * the actor, whoever the caller named, and the household stands in the detail as {@code for}.
     */
    @Transactional
    public void record(String actor, String act, String subject, Map<String, String> detail) {
        var assisted = Assisted.now();
        if (assisted.isEmpty()) {
            entries.add(actor, act, subject, detail);
            return;
        }
        var both = new HashMap<>(detail);
        both.put(FOR, account(assisted.get().household()));
        entries.add(account(assisted.get().clerk()), act, subject, both);
    }

    /**
     * Writes down that somebody asked for what is not theirs, or not there; after {@value #STRAYED_MAX} times within
     * the hour nothing more is written, so that nobody fills the table.
     *
     * @param door the route, as it is spelt in the program
     * @param ids what was asked for
     */
    @Transactional
    public void strayed(UUID accountId, String door, String ids) {
        var actor = account(Assisted.now().map(Assisted::clerk).orElse(accountId));
        entries.lock(actor);
        int before = entries.strayed(actor, Duration.ofHours(1).toSeconds());
        if (before < STRAYED_MAX) {
            record(
                    actor,
                    STRAYED,
                    door,
                    before + 1 < STRAYED_MAX ? Map.of("ids", ids) : Map.of("ids", ids, "limit", "reached"));
        }
    }

    /** Newest first, those before the id given: what clerks did for a household. */
    public List<AuditEntry> onBehalfOf(UUID household, long before, int limit) {
        return entries.onBehalf(account(household), before, limit).stream()
                .map(AuditRow::entry)
                .toList();
    }

    /** Oldest first, those after the id given: what one clerk did for a household. */
    public List<AuditEntry> onBehalfSince(UUID household, UUID clerk, long after, int limit) {
        return entries.onBehalfSince(account(household), account(clerk), after, limit).stream()
                .map(AuditRow::entry)
                .toList();
    }

    /** Newest first. */
    public List<AuditEntry> ofSubject(String subject, int limit) {
        return entries.ofSubject(subject, limit).stream().map(AuditRow::entry).toList();
    }

    /** Newest first, those before the id given; Long.MAX_VALUE for the first page. */
    public List<AuditEntry> before(long id, int limit) {
        return entries.before(id, limit).stream().map(AuditRow::entry).toList();
    }

    private static String account(UUID id) {
        return "account:" + id;
    }
}
