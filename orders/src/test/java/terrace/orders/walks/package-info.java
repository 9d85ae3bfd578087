/** Everything that can happen to money, in random orders that a seed tells again. */
@NullMarked
package terrace.orders.walks;

import org.jspecify.annotations.NullMarked;
