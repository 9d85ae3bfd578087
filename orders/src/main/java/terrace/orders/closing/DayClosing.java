package terrace.orders.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import terrace.orders.ledger.HashChain;

/**
 * A day that a person has closed, as it stood then.
 *
 * @param head the newest link of the chain of journals: what proves later that nothing before it was changed
 * @param note why it was closed with something open; empty where nothing was
 */
public record DayClosing(
        LocalDate day,
        int lines,
        int matched,
        int openDifferences,
        boolean booksSound,
        HashChain.Head head,
        String note,
        UUID closedBy,
        Instant closedAt) {}
