/** Coupons and points: what a member has and can get, and the batches operators make within their funds. */
@NullMarked
package terrace.web.coupons;

import org.jspecify.annotations.NullMarked;
