package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;

/** The door to differences that somebody must see to: who does, and what was found out. */
@Singleton
public class DifferenceQueue {

    public static final int NOTE_CHARS_MAX = 500;

    private final Differences differences;
    private final Audit audit;

    DifferenceQueue(Differences differences, Audit audit) {
        this.differences = differences;
        this.audit = audit;
    }

    /** Those that nothing explains yet, the oldest first. */
    @Transactional(readOnly = true)
    public List<Difference> oldest(int limit) {
        return differences.oldestOpen(limit);
    }

    /** How many of this day and before are open. */
    @Transactional(readOnly = true)
    public int openUpTo(LocalDate day) {
        return differences.openUpTo(day);
    }

    @Transactional(readOnly = true)
    public Optional<Difference> byId(UUID id) {
        return differences.byId(id);
    }

    /** Takes a difference over, with a note on what is known; false for no such difference. */
    @Transactional
    public boolean see(UUID id, UUID by, String note) {
        boolean there = differences.see(id, by, note.strip()) == 1;
        if (there) {
            audit.record(by.toString(), "difference.noted", "bank-difference:" + id, Map.of());
        }
        return there;
    }
}
