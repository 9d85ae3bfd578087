package terrace.catalog.moderation;

import java.util.Set;
import java.util.UUID;

/** What became of photos that were to be shown. */
public sealed interface PhotoSubmission {
    /** They are the listing's photos; of a draft, they go to the operator with it. */
    record Shown() implements PhotoSubmission {}

    /** An operator looks at them; what was on sale stays. Also when they waited already. */
    record Waits() implements PhotoSubmission {}

    /** Who cannot see these would learn nothing. */
    record AltMissing(Set<UUID> photoIds) implements PhotoSubmission {}
}
