/** What is kept of members, and what is not. */
@NullMarked
package terrace.search.signals;

import org.jspecify.annotations.NullMarked;
