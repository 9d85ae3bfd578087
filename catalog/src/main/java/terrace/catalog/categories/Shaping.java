package terrace.catalog.categories;

import java.util.Set;

/**
 * What became of a change to the tree.
 *
 * @param <T> category or attribute
 */
public sealed interface Shaping<T> {
    /** It is as wanted now; also the answer when it was so already. */
    record Done<T>(T now) implements Shaping<T> {}

    /** Somebody else changed it since it was looked at; nothing was changed. */
    record Conflict<T>(T present) implements Shaping<T> {}

    record Refused<T>(Set<Fault> faults) implements Shaping<T> {}

    /** What speaks against a change. */
    enum Fault {
        NAME_LENGTH,
        /** The tree above or below asks for something of that name already. */
        NAME_TAKEN,
        /** Small letters, digits and single hyphens. */
        SLUG_FORM,
        SLUG_TAKEN,
        /** The category above is gone, retired or at the lowest level. */
        PARENT_UNFIT,
        UNIT,
        CHOICES,
        TOO_MANY,
        /** No group has that code. */
        CLASSIFICATION
    }
}
