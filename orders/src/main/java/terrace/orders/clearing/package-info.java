/** Telling banks that split payments when a merchant's goods have been accepted. */
@NullMarked
package terrace.orders.clearing;

import org.jspecify.annotations.NullMarked;
