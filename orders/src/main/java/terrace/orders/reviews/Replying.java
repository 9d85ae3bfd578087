package terrace.orders.reviews;

/** What became of a merchant's reply. */
public sealed interface Replying {

    /** It stands; also when the same stood before. */
    record Replied(Review review) implements Replying {}

    /** There is one already, and it stays. */
    record Before(Review review) implements Replying {}

    record Refused(Fault fault) implements Replying {}

    /** Each is a sentence on the page. */
    enum Fault {
        TOO_SHORT,
        TOO_LONG,
        CONTACT,
        LINK
    }
}
