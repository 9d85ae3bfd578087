package terrace.marketplace.staff;

/** What there is to do in a shop. */
public enum StaffRight {
    /** Listings, stock, lots, sheets. */
    GOODS,
    /** Orders and sending them. */
    SHIPPING,
    /** Statements and payouts, to be looked at. */
    MONEY,
    /** Who works here, where the money goes, and whatever says nothing else. */
    OWNING
}
