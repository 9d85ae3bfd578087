package terrace.marketplace.organising;

/** What came of writing a draft down. */
public sealed interface Saving {

    record Saved(int version) implements Saving {}

    /** Another campaign has this address. */
    record SlugTaken() implements Saving {}

    /** Somebody else saved it since this form was shown. */
    record ChangedMeanwhile() implements Saving {}

    /** It was handed in; what was handed in stays as it is. */
    record NoDraft() implements Saving {}
}
