/** What merchants took in a time: paid, less what was taken back. */
@NullMarked
package terrace.orders.takings;

import org.jspecify.annotations.NullMarked;
