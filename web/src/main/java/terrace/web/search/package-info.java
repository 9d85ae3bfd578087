/** Finding goods: the page of what was found, its filters, and what to try when nothing was. */
@NullMarked
package terrace.web.search;

import org.jspecify.annotations.NullMarked;
