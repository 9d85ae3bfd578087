/** Organisations that co-own pavilions and recommend campaigns. */
@NullMarked
package terrace.marketplace.partners;

import org.jspecify.annotations.NullMarked;
