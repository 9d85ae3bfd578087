/** What is paid of buyers' prices by others: the funds, and the coupons and points a purchase keeps for itself. */
@NullMarked
package terrace.orders.promotions;

import org.jspecify.annotations.NullMarked;
