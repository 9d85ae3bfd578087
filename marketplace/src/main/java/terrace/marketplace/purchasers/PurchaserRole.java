package terrace.marketplace.purchasers;

/** What somebody is there for in an organisation that buys. */
public enum PurchaserRole {
    /** Makes purchases. */
    BUYER,
    /** Lets others' purchases be paid, and keeps the list of people; may buy, too. */
    APPROVER
}
