/** Whom paid goods helped: allocations of families to goods, and append-only facts from which every figure is summed. */
@NullMarked
package terrace.marketplace.impact;

import org.jspecify.annotations.NullMarked;
