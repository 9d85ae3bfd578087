/** Searching: what a shopper types and ticks, and the goods, counts and page that answer it. */
@NullMarked
package terrace.search.query;

import org.jspecify.annotations.NullMarked;
