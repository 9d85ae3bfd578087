package terrace.marketplace.impact;

import terrace.marketplace.files.SafeFile;

/** What came of writing an allocation down. */
public sealed interface Allocating {

    record Recorded(Allocation allocation) implements Allocating {}

    /** The goods are of another county. */
    record OtherCounty() implements Allocating {}

    /** A village without registered families. */
    record NobodyThere() implements Allocating {}

    record DaysReversed() implements Allocating {}

    /** More than declared needs a document. */
    record EvidenceMissing() implements Allocating {}

    record EvidenceRefused(SafeFile.Reason reason) implements Allocating {}

    /** A county endorses; only the platform, with the paper of an auditor, calls it audited. */
    record NotForCounty() implements Allocating {}
}
