package terrace.marketplace.organising;

/** What came of stopping a campaign, letting it go on, or noting something about it. */
public sealed interface Halting {

    record Done() implements Halting {}

    /** Everybody may read why; so it has to be said. */
    record NoReason() implements Halting {}

    /** It is not running, or stands already, or runs already. */
    record NotNow() implements Halting {}
}
