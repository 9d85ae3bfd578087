package terrace.orders.donations;

import terrace.marketplace.files.SafeFile;

/** What came of writing a payout, or the word about one, down. */
public sealed interface PayingOut {

    record Recorded() implements PayingOut {}

    /** No more can be paid on than was given; so much waits, in fen. */
    record TooMuch(long waitingFen) implements PayingOut {}

    record Incomplete() implements PayingOut {}

    /** The bank pays one slip once. */
    record SlipKnown() implements PayingOut {}

    record EvidenceMissing() implements PayingOut {}

    record EvidenceRefused(SafeFile.Reason reason) implements PayingOut {}
}
