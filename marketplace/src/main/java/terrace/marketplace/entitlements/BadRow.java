package terrace.marketplace.entitlements;

/** A row that brought nobody a coupon, and why. */
public record BadRow(SheetRow row, Problem problem) {

    /** Why not. */
    public enum Problem {
        /** Nobody is registered by this name. */
        NOBODY,
        /** Another row names the same person. */
        TWICE,
        /** The account is closed. */
        CLOSED
    }
}
