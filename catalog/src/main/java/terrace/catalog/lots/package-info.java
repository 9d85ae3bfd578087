/** Harvests and production batches, and the public page that vouches for each: where it is from, when, and how tested. */
@NullMarked
package terrace.catalog.lots;

import org.jspecify.annotations.NullMarked;
