package terrace.marketplace.applications;

/**
 * What still keeps an application from being submitted.
 *
 * @param subject id of a field, "kind", or the name of a kind of paper
 */
public record Gap(String subject, boolean paper, Reason reason) {

    public enum Reason {
        MISSING,
        TOO_LONG,
        MALFORMED,
        EXPIRED,
        /** A clerk acts, and this is for the household alone to change. */
        HOUSEHOLD_ONLY
    }
}
