/** What a merchant's orders ask for today: how many wait, which are late, what is to be gathered. */
@NullMarked
package terrace.orders.desk;

import org.jspecify.annotations.NullMarked;
