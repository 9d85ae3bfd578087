/**
 * Money of the platform's own that its bank must move: what it bears of prices and what else is lacking
 * into custody, its commission out.
 */
@NullMarked
package terrace.orders.sweeps;

import org.jspecify.annotations.NullMarked;
