package terrace.orders.donations;

/** What came of opening a project. */
public sealed interface Opening {

    record Opened(Project project) implements Opening {}

    record CodeTaken() implements Opening {}

    record CodeMalformed() implements Opening {}

    record TitleMissing() implements Opening {}

    record GoalMissing() implements Opening {}

    /** Nobody is named here to whom gifts go. */
    record NoCharity() implements Opening {}
}
