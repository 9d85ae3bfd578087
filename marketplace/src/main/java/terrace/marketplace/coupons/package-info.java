/** Coupons: batches with a budget, and what members hold of them: claimed, frozen, thawed, used, given back. */
@NullMarked
package terrace.marketplace.coupons;

import org.jspecify.annotations.NullMarked;
