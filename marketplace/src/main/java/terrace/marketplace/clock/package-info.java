/** The one clock: the database's, with an offset that only a demo market or a test may set. */
@NullMarked
package terrace.marketplace.clock;

import org.jspecify.annotations.NullMarked;
