/** What merchants charge for sending, on pages. */
@NullMarked
package terrace.web.freight;

import org.jspecify.annotations.NullMarked;
