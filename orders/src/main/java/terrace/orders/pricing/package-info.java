/** What goods and carriage cost, merchant by merchant, what is taken off, and who bears it: pure rules. */
@NullMarked
package terrace.orders.pricing;

import org.jspecify.annotations.NullMarked;
