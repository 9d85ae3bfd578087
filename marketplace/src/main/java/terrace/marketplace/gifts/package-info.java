/** Coupons come by in other ways than claiming one: the newcomers' pack, coming every day, codes. */
@NullMarked
package terrace.marketplace.gifts;

import org.jspecify.annotations.NullMarked;
