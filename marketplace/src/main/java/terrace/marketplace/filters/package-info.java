/** Filters of lists that people keep under names of their own. */
@NullMarked
package terrace.marketplace.filters;

import org.jspecify.annotations.NullMarked;
