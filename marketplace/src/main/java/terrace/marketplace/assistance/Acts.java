package terrace.marketplace.assistance;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;

/** What clerks did for households: one entry of the audit trail for each form they sent. */
@Singleton
public class Acts {

    static final String PREFIX = "assisted.";

    /** More kinds than these are "other". */
    private static final Set<String> KINDS =
            Set.of("application", "agreement", "papers", "listings", "lots", "sheets", "orders");

    private static final String OTHER = "other";

    private final Audit audit;

    Acts(Audit audit) {
        this.audit = audit;
    }

    /**
     * Writes a form down before it is worked off, so that no act is without its entry, whatever the door that does it
     * records. Only while a clerk acts.
     *
     * @param door the route, as in "/merchant/orders/{number}/shipment"
     * @param ids what it was sent for
     */
    @Transactional
    public void record(UUID clerkId, String door, String ids) {
        audit.record("account:" + clerkId, PREFIX + kindOf(door), door, Map.of("ids", ids));
    }

    /** Newest first, those before the one given; Long.MAX_VALUE for the first page. */
    public List<AuditEntry> of(UUID householdId, long before, int limit) {
        return audit.onBehalfOf(householdId, before, limit);
    }

    /** The kind of thing an entry is about, in one word; "other" for what doors recorded besides. */
    public static String kind(AuditEntry entry) {
        var kind = entry.act().startsWith(PREFIX) ? entry.act().substring(PREFIX.length()) : OTHER;
        return KINDS.contains(kind) ? kind : OTHER;
    }

    private static String kindOf(String door) {
        var parts = door.split("/", -1);
        // "/merchant/application/papers/…" is about papers, "/merchant/orders/…" about orders.
        for (int at = Math.min(3, parts.length - 1); at >= 2; at--) {
            if (KINDS.contains(parts[at])) {
                return parts[at];
            }
        }
        return OTHER;
    }
}
