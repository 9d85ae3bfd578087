package terrace.catalog.enrolments;

/** Why a listing, a SKU or a signature cannot be part of a campaign. */
public enum Fault {
    // of the campaign and the merchant
    CAMPAIGN_CLOSED,
    MERCHANT_CLOSED,
    // of the listing
    NOT_PUBLISHED,
    SUSPENDED,
    PAPER_EXPIRED,
    TAKEN_OFF,
    IN_REVIEW,
    ORIGIN,
    ENROLLED_ALREADY,
    // of a SKU
    CLASH,
    TOO_LITTLE_STOCK,
    // of what was typed
    NOTHING_CHOSEN,
    PRICE_RANGE,
    DISCOUNT,
    LOWEST,
    PLEDGE_RANGE,
    PLEDGE_LEAST,
    PLEDGE_STOCK,
    NAME,
    TERMS_CHANGED
}
