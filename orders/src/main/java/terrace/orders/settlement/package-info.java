/** What merchants are owed, and the instructions that pay them. */
@NullMarked
package terrace.orders.settlement;

import org.jspecify.annotations.NullMarked;
