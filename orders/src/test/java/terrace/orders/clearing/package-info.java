/** Telling banks of accepted orders. */
@NullMarked
package terrace.orders.clearing;

import org.jspecify.annotations.NullMarked;
