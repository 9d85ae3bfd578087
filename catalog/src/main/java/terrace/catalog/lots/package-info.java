/** Harvests and production batches, and what vouches for each: where it is from, when, how tested. */
@NullMarked
package terrace.catalog.lots;

import org.jspecify.annotations.NullMarked;
