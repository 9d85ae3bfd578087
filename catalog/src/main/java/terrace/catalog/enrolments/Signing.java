package terrace.catalog.enrolments;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What became of a signature. */
public sealed interface Signing {
    /** It is signed, now or by an earlier sending of the form. */
    record Signed(Enrolment enrolment) implements Signing {}

    /**
     * Nothing was signed and nothing set aside.
     *
     * @param faults of the whole
     * @param ofSkus by SKU
     */
    record Refused(Set<Fault> faults, Map<UUID, Set<Fault>> ofSkus) implements Signing {}
}
