/** Where a pavilion is met: its centre, its pick-up points, and fairs on given days. */
@NullMarked
package terrace.marketplace.centres;

import org.jspecify.annotations.NullMarked;
