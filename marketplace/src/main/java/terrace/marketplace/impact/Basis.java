package terrace.marketplace.impact;

/** Whose word it is that families stand behind goods; nothing of a lower one is shown as a higher one. */
public enum Basis {
    /** The merchant says so. */
    DECLARED,
    /** The county vouches for it. */
    ENDORSED,
    /** Somebody independent has looked. */
    AUDITED
}
