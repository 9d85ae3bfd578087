package terrace.catalog.freight;

import java.util.Set;

/** What became of a template a merchant wrote. */
public sealed interface FreightSaving {
    /** It holds from the next parcel on; also the answer when it was so already. */
    record Saved(FreightTemplate template) implements FreightSaving {}

    /** Somebody else saved it since it was looked at; nothing was changed. */
    record Conflict(FreightTemplate present, long version) implements FreightSaving {}

    record Refused(Set<Fault> faults) implements FreightSaving {}

    /** What speaks against a template. */
    enum Fault {
        NAME_LENGTH,
        /** The merchant's sheet names templates by their names. */
        NAME_TAKEN,
        TOO_MANY,
        /** It delivers to nowhere. */
        NOWHERE,
        /** A province has two tariffs. */
        PROVINCE_TWICE,
        /** A weight or a sum is out of bounds. */
        TARIFF
    }
}
