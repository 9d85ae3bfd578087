/** What a member or a visitor means to buy; prices and stock are read anew each time it is shown. */
@NullMarked
package terrace.orders.cart;

import org.jspecify.annotations.NullMarked;
