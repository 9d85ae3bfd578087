package terrace.marketplace.filedpapers;

import terrace.marketplace.papers.PaperIntake;

/** What came of handing in a newer paper. */
public sealed interface Renewal {

    /** An operator will look at it; the old one counts until then. */
    record Waiting(FiledPaper paper) implements Renewal {}

    record Refused(PaperIntake.Reason reason) implements Renewal {}

    /** What it was to replace is replaced already. */
    record Overtaken() implements Renewal {}
}
