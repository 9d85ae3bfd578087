/** Time-bound promotions with a goal in grams, and the facts of what was sold for them. */
@NullMarked
package terrace.marketplace.campaigns;

import org.jspecify.annotations.NullMarked;
