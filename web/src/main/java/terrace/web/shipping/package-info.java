/** A merchant sends many orders: what to gather, labels, and a sheet of tracking numbers. */
@NullMarked
package terrace.web.shipping;

import org.jspecify.annotations.NullMarked;
