/** After the sale: orders called off before they are sent, and claims (售后) about what came or did not come. */
@NullMarked
package terrace.orders.returns;

import org.jspecify.annotations.NullMarked;
