package terrace.marketplace.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The record of acts; written in the caller's transaction, so that an act and its record stand or fall together. */
@Singleton
public class Audit {

    Audit() {}

    /** No personal data in any argument: ids, codes and reasons only. */
    public void record(String actor, String act, String subject, Map<String, String> detail) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<AuditEntry> ofSubject(String subject, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, those before the id given; Long.MAX_VALUE for the first page. */
    public List<AuditEntry> before(long id, int limit) {
        throw new UnsupportedOperationException();
    }
}
