/** Points for what was paid, and the books' side of them. */
@NullMarked
package terrace.orders.rewards;

import org.jspecify.annotations.NullMarked;
