package terrace.orders.reversals;

/** Why a sale is taken back. */
public enum Cause {
    /** Before anything was sent. */
    CALLED_OFF,
    /** The merchant wished it so. */
    GOODWILL,
    /** Something was wrong, or came back. */
    CLAIM
}
