/** Sending many orders by a sheet: what the labels need out, couriers and tracking numbers in. */
@NullMarked
package terrace.orders.shipments;

import org.jspecify.annotations.NullMarked;
