package terrace.catalog.moderation;

import java.util.Set;
import terrace.catalog.listings.Fault;

/** What became of a draft that was to be looked at. */
public sealed interface Submission {
    /** It waits; also the answer when it waited already. */
    record Submitted() implements Submission {}

    record AlreadyPublished() implements Submission {}

    record Refused(Set<Fault> faults) implements Submission {}
}
