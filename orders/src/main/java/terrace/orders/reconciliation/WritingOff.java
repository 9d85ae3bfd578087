package terrace.orders.reconciliation;

/** What became of proposing or deciding a write-off. */
public sealed interface WritingOff {

    /** Somebody else decides it now. */
    record Proposed(WriteOff writeOff) implements WritingOff {}

    /** Posted, or refused. */
    record Decided(WriteOff writeOff) implements WritingOff {}

    /** Nothing waits in suspense for it: a later file explained it, or the money is still in flight. */
    record NothingToWriteOff() implements WritingOff {}

    /** It stands already, as it does. */
    record Standing(WriteOff writeOff) implements WritingOff {}

    /** Who proposed it may not decide it. */
    record SamePerson() implements WritingOff {}
}
