package terrace.orders.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One movement of an account, as its owner reads it.
 *
 * @param fen positive where the balance grew
 * @param balanceFen the balance after it
 */
public record AccountLine(
        UUID journalId,
        JournalKind kind,
        String sourceType,
        UUID sourceId,
        Instant occurredAt,
        long fen,
        long balanceFen) {}
