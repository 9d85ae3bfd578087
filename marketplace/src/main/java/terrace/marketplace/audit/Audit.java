package terrace.marketplace.audit;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The record of acts; written in the caller's transaction, so that an act and its record stand or fall together. */
@Singleton
public class Audit {

    private final AuditRepository entries;

    Audit(AuditRepository entries) {
        this.entries = entries;
    }

    /** No personal data in any argument: ids, codes and reasons only. */
    @Transactional
    public void record(String actor, String act, String subject, Map<String, String> detail) {
        entries.add(actor, act, subject, detail);
    }

    /** Newest first. */
    public List<AuditEntry> ofSubject(String subject, int limit) {
        return entries.ofSubject(subject, limit).stream().map(AuditRow::entry).toList();
    }

    /** Newest first, those before the id given; Long.MAX_VALUE for the first page. */
    public List<AuditEntry> before(long id, int limit) {
        return entries.before(id, limit).stream().map(AuditRow::entry).toList();
    }
}
