/** Calls off what was not paid yet when a merchant is suspended, however many purchases, in pieces. */
@NullMarked
package terrace.orders.suspension;

import org.jspecify.annotations.NullMarked;
