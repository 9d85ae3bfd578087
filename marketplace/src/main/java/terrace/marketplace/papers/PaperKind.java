package terrace.marketplace.papers;

/** What a paper proves. */
public enum PaperKind {
    ID_FRONT,
    ID_BACK,
    BUSINESS_LICENCE,
    HOUSEHOLD_PROOF,
    FARM_PROOF,
    BASE_PROOF,
    BANK_PROOF,
    FOOD_PERMIT,
    OTHER
}
