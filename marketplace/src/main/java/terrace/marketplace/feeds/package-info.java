/** Tells outside platforms of facts: signed, in order, as often as they ask. */
@NullMarked
package terrace.marketplace.feeds;

import org.jspecify.annotations.NullMarked;
