/** Facts of what was sold, once each, and the sums that listings show of them. */
@NullMarked
package terrace.catalog.sales;

import org.jspecify.annotations.NullMarked;
