/** Whom paid goods helped: families behind goods, and facts, only added to, that every figure is summed from. */
@NullMarked
package terrace.marketplace.impact;

import org.jspecify.annotations.NullMarked;
