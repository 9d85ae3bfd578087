/** What members say of goods they received, what merchants reply, and what operators take from view. */
@NullMarked
package terrace.orders.reviews;

import org.jspecify.annotations.NullMarked;
