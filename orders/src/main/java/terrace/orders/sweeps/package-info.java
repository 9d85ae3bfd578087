/** Money of the platform's own that its bank must move: what it bears of prices into custody, its commission out. */
@NullMarked
package terrace.orders.sweeps;

import org.jspecify.annotations.NullMarked;
