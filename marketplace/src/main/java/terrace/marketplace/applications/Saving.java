package terrace.marketplace.applications;

/** What came of keeping a draft. */
public sealed interface Saving {

    record Saved(Application application) implements Saving {}

    /** Kept but for the bank account: a clerk acts, and one was given before. */
    record HouseholdOnly(Application application) implements Saving {}

    /** It was submitted in the meantime, and is being read. */
    record Closed(Application application) implements Saving {}
}
