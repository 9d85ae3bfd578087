/** What a list of goods can be narrowed by: filters, and the counts beside them. */
@NullMarked
package terrace.search.filters;

import org.jspecify.annotations.NullMarked;
