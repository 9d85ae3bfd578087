package terrace.catalog.moderation;

/** What became of an operator's word on a listing's tax. */
public enum Correction {
    /** It holds; also the answer when it held already. */
    DONE,
    /** Empty, or longer than {@link Moderation#REASON_CHARS_MAX}. */
    REASON_MISSING
}
