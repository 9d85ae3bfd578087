/** The channel "ccb": a Chinese bank's gateway as publicly known, see .decisions/0033. */
@NullMarked
package terrace.orders.ccb;

import org.jspecify.annotations.NullMarked;
