/** Members' leave to be charged without being asked each time, within limits. */
@NullMarked
package terrace.orders.agreements;

import org.jspecify.annotations.NullMarked;
