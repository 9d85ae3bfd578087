/** What shoppers look for, counted by day and text, without who. */
@NullMarked
package terrace.search.querylog;

import org.jspecify.annotations.NullMarked;
