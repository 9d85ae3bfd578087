/** Sums of money in fen and weights in grams, and the few rules by which they are shown and shared out. */
@NullMarked
package terrace.marketplace.money;

import org.jspecify.annotations.NullMarked;
