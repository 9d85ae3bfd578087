/** A day of the market looked through and closed by a person: file, differences, books. */
@NullMarked
package terrace.orders.closing;

import org.jspecify.annotations.NullMarked;
