package terrace.marketplace.staff;

/** What came of taking somebody out of a shop, or of giving them another role. */
public sealed interface Leaving {

    record Done() implements Leaving {}

    /** Somebody has to own the shop. */
    record LastOwner() implements Leaving {}

    /** This account does not work here. */
    record Absent() implements Leaving {}
}
