/** What measures this package from within. */
@NullMarked
package terrace.search.indexing;

import org.jspecify.annotations.NullMarked;
