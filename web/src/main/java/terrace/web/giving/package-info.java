/** Giving to the charity named here, and the agreement that lets one click do it. */
@NullMarked
package terrace.web.giving;

import org.jspecify.annotations.NullMarked;
