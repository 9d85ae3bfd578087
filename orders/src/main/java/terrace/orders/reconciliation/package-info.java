/** The bank's daily file held against our ledger, line by line, to the fen. */
@NullMarked
package terrace.orders.reconciliation;

import org.jspecify.annotations.NullMarked;
