/** Giving money back through the bank: instructed in a transaction, carried out after it, once. */
@NullMarked
package terrace.orders.refunds;

import org.jspecify.annotations.NullMarked;
