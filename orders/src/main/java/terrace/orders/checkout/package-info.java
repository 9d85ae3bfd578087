/** From a cart to a purchase, in one transaction. */
@NullMarked
package terrace.orders.checkout;

import org.jspecify.annotations.NullMarked;
