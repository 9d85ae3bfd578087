/** Payments a payer disputes at the bank, which takes the money back first and decides later. */
@NullMarked
package terrace.orders.disputes;

import org.jspecify.annotations.NullMarked;
