package terrace.marketplace.applications;

import java.util.List;

/** What came of submitting. */
public sealed interface Submission {

    /** Submitted, now or before. */
    record Submitted(Application application) implements Submission {}

    record Incomplete(Application application, List<Gap> gaps) implements Submission {}
}
