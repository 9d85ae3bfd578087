package terrace.orders.payment;

/** What to answer to a notice. */
public sealed interface NoticeReceipt {

    /** Kept in the inbox, now or before: answer 200. */
    record Kept() implements NoticeReceipt {}

    /** Not from the bank, too old, too large or no notice at all: answer 400, keep nothing. */
    record Refused(String why) implements NoticeReceipt {}
}
