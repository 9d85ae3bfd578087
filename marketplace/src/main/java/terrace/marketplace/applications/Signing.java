package terrace.marketplace.applications;

import terrace.marketplace.merchants.Merchant;

/** What came of signing the agreement. */
public sealed interface Signing {

    /** Signed, now or before: the merchant is open. */
    record Opened(Merchant merchant) implements Signing {}

    /** The words shown are no longer the words that hold. */
    record TextChanged() implements Signing {}

    /** A clerk acts, and the household has not confirmed it. */
    record HouseholdOnly() implements Signing {}

    /** There is nothing to sign at present. */
    record NotApproved() implements Signing {}
}
