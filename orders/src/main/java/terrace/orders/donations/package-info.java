/** Gifts to the charity named here, paid like anything else and never charged for. */
@NullMarked
package terrace.orders.donations;

import org.jspecify.annotations.NullMarked;
