/** A small market for tests: merchants with goods, members with addresses, all made through the doors. */
@NullMarked
package terrace.orders.bazaar;

import org.jspecify.annotations.NullMarked;
