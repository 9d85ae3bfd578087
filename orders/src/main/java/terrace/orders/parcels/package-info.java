/** Parcels: in how many an order was sent, by whom, and what is in each. */
@NullMarked
package terrace.orders.parcels;

import org.jspecify.annotations.NullMarked;
