/** Tells of paid, sent and returned lines those who count whom they helped. */
@NullMarked
package terrace.orders.helping;

import org.jspecify.annotations.NullMarked;
