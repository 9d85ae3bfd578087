package terrace.orders.runs;

/** What became of approving a run. */
public sealed interface Approval {

    /** Its payouts were instructed. */
    record Sent(SettlementRun run) implements Approval {}

    /** Who drafted it may not approve it. */
    record SamePerson() implements Approval {}

    /** The sum typed in is not the run's. */
    record AnotherSum() implements Approval {}

    /** It must be checked first, or was dropped or approved meanwhile. */
    record NotChecked(SettlementRun run) implements Approval {}
}
