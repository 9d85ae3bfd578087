/** Letters to the owners of a shop, about the shop. */
@NullMarked
package terrace.marketplace.shopletters;

import org.jspecify.annotations.NullMarked;
