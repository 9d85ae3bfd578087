package terrace.marketplace.audit;

import java.time.Instant;
import java.util.Map;

/** One act: who did what to whom, when. */
public record AuditEntry(long id, Instant at, String actor, String act, String subject, Map<String, String> detail) {}
