/** Telling the bank what a table says it is to be told: claimed under a lease, asked about before it is told again. */
@NullMarked
package terrace.orders.instructions;

import org.jspecify.annotations.NullMarked;
