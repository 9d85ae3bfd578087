package terrace.orders.runs;

/** What became of drafting a run. */
public sealed interface Drafting {

    /** It stands, for somebody to check. */
    record Drafted(SettlementRun run) implements Drafting {}

    /** Another run is not sent yet; two at once would promise the same money. */
    record AnotherOpen(SettlementRun run) implements Drafting {}

    /** No merchant can be paid anything now. */
    record NothingToPay() implements Drafting {}
}
