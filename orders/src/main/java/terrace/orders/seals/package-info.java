/** Signed heads of the chain of journals, one for each day, to be kept where the books are not. */
@NullMarked
package terrace.orders.seals;

import org.jspecify.annotations.NullMarked;
