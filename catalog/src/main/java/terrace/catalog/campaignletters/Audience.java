package terrace.catalog.campaignletters;

/** Whom a letter is for. */
public enum Audience {
    /** Shops that are in the campaign, or wait to be. */
    ENROLLED,
    /** Shops with goods on sale from where the rules want them, and none in the campaign. */
    INVITED
}
