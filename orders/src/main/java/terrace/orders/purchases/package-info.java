/** What members bought: a purchase paid once, its orders, one per merchant, and the states they pass through. */
@NullMarked
package terrace.orders.purchases;

import org.jspecify.annotations.NullMarked;
