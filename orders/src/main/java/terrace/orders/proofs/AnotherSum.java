package terrace.orders.proofs;

/** What came of asking for another sum to be sent. */
public sealed interface AnotherSum {

    /** The bank is being asked. */
    record OnItsWay() implements AnotherSum {}

    record TooManyToday() implements AnotherSum {}

    /** One waits to be told, or nothing is to be proven. */
    record NotNeeded() implements AnotherSum {}
}
