/** Purchases made for organisations: one person makes them, another lets them be paid. */
@NullMarked
package terrace.orders.approvals;

import org.jspecify.annotations.NullMarked;
