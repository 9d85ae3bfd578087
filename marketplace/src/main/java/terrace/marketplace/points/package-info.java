/** Points: earned with what was paid, used for what is due; facts that are only added, and a balance beside them. */
@NullMarked
package terrace.marketplace.points;

import org.jspecify.annotations.NullMarked;
