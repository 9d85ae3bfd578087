/** From the basket to goods on the table: cart, checkout, paying, orders. */
@NullMarked
package terrace.web.buying;

import org.jspecify.annotations.NullMarked;
