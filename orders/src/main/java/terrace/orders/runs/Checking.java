package terrace.orders.runs;

import java.util.List;
import java.util.UUID;
import terrace.orders.books.Invariant;

/** What checking a run found. */
public sealed interface Checking {

    /** The books are in order and every sum is covered. */
    record Sound(SettlementRun run) implements Checking {}

    /** The books are not in order: nothing is paid until they are. */
    record BooksUnsound(List<Invariant> broken) implements Checking {}

    /** Money has gone since it was drafted, so that these could not be paid in full: draft it anew. */
    record NotCovered(List<UUID> merchants) implements Checking {}

    /** It is no draft any more. */
    record NotADraft(SettlementRun run) implements Checking {}
}
