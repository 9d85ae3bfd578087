/** Delivery of signed notices to the shop, again and again until it takes them. */
@NullMarked
package terrace.bank.notices;

import org.jspecify.annotations.NullMarked;
