/** Taking money for a purchase, and giving back what came too late. */
@NullMarked
package terrace.orders.payment;

import org.jspecify.annotations.NullMarked;
