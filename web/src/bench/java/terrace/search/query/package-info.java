/** What measures this package from within. */
@NullMarked
package terrace.search.query;

import org.jspecify.annotations.NullMarked;
