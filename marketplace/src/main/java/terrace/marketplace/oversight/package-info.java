/** Operators watch over merchants: they suspend, lift, and tell the shop why. */
@NullMarked
package terrace.marketplace.oversight;

import org.jspecify.annotations.NullMarked;
