package terrace.marketplace.assistance;

/** What came of a household's word. */
public sealed interface Beginning {

    record Begun(Assistance assistance) implements Beginning {}

    record WrongCode() implements Beginning {}

    /** Too old, or tried too often: ask anew. */
    record CodeSpent() implements Beginning {}

    /** One at a time; the household ends the other first. */
    record AnotherActs() implements Beginning {}

    /** Too many people are registering at this moment. */
    record Busy() implements Beginning {}
}
