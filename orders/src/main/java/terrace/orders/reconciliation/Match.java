package terrace.orders.reconciliation;

import java.util.UUID;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.JournalKind;

/**
 * What a line of the file is to us.
 *
 * @param source of the journal, such as payment
 * @param against the account that the line settles
 * @param posted whether whoever it belongs to has posted it already
 */
record Match(String source, UUID id, JournalKind kind, Account against, long ourFen, boolean posted) {

    Match(String source, UUID id, JournalKind kind, Account against, long ourFen) {
        this(source, id, kind, against, ourFen, false);
    }
}
