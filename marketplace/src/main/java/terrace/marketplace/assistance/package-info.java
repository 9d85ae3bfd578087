/** Clerks who act for households that asked for it, for as long as these want. */
@NullMarked
package terrace.marketplace.assistance;

import org.jspecify.annotations.NullMarked;
