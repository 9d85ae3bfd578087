/** What somebody has bought lately, for rules that limit it. */
@NullMarked
package terrace.orders.bought;

import org.jspecify.annotations.NullMarked;
