/** Taking sales back: what is refunded of a line goes to who paid it, in the books and through the bank, once. */
@NullMarked
package terrace.orders.reversals;

import org.jspecify.annotations.NullMarked;
