/** Work that is done by the clock, once for all nodes. */
@NullMarked
package terrace.marketplace.jobs;

import org.jspecify.annotations.NullMarked;
