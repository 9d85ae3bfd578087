/** The first page: where to go, what is on, what sells. */
@NullMarked
package terrace.web.home;

import org.jspecify.annotations.NullMarked;
