/** Double-entry books in fen: journals, entries and balances that the database itself keeps in order. */
@NullMarked
package terrace.orders.ledger;

import org.jspecify.annotations.NullMarked;
