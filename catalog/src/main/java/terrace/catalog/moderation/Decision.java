package terrace.catalog.moderation;

import java.util.Set;
import terrace.catalog.listings.Fault;

/** What became of an operator's word on a review. */
public sealed interface Decision {
    /** It holds; also the answer when the same was said before. */
    record Done(Review review) implements Decision {}

    /** Another word came first, or the merchant changed the listing again; nothing was changed. */
    record Overtaken(Review review) implements Decision {}

    /** The rules speak against it by now. */
    record Refused(Set<Fault> faults) implements Decision {}

    /** A return needs a reason of 1 to {@link Moderation#REASON_CHARS_MAX} characters. */
    record ReasonMissing() implements Decision {}
}
