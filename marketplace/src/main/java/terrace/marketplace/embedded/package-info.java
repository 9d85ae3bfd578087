/** The servers that Terrace brings along, for a machine that has none of its own. */
@NullMarked
package terrace.marketplace.embedded;

import org.jspecify.annotations.NullMarked;
