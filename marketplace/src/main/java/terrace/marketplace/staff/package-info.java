/** Which accounts act for which merchant. */
@NullMarked
package terrace.marketplace.staff;

import org.jspecify.annotations.NullMarked;
