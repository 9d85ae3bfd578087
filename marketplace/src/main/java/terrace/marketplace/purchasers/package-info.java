/** Organisations that buy (单位采购): their people, what each may spend alone, and invitations of colleagues. */
@NullMarked
package terrace.marketplace.purchasers;

import org.jspecify.annotations.NullMarked;
