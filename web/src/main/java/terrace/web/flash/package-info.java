/** Flash sales as shoppers see them: what is sold at which hour, how much is left, and the line of those who wait. */
@NullMarked
package terrace.web.flash;

import org.jspecify.annotations.NullMarked;
