/** What members do with goods, kept for those who let it be kept, and forgotten after a time. */
@NullMarked
package terrace.search.signals;

import org.jspecify.annotations.NullMarked;
