/** Claims after the sale: opened by members, answered by merchants, settled by operators where the two cannot. */
@NullMarked
package terrace.web.claims;

import org.jspecify.annotations.NullMarked;
