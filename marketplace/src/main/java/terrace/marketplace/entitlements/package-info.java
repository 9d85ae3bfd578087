/** Coupons that an organisation hands to its people by a sheet, and how its departments use them. */
@NullMarked
package terrace.marketplace.entitlements;

import org.jspecify.annotations.NullMarked;
