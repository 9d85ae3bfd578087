/** What it costs to send goods of a weight to a province, by each merchant's own templates. */
@NullMarked
package terrace.catalog.freight;

import org.jspecify.annotations.NullMarked;
