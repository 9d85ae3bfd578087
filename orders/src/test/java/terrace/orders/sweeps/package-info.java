/** The platform's own money at the bank. */
@NullMarked
package terrace.orders.sweeps;

import org.jspecify.annotations.NullMarked;
