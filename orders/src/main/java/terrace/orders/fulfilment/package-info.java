/** Goods on their way: sent by the merchant, accepted by the member or by time. */
@NullMarked
package terrace.orders.fulfilment;

import org.jspecify.annotations.NullMarked;
