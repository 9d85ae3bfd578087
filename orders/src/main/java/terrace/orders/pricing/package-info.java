/** What goods and their carriage cost, merchant by merchant: pure rules, no rows. */
@NullMarked
package terrace.orders.pricing;

import org.jspecify.annotations.NullMarked;
