/** Invoices (数电发票) of orders: asked for by who bought, issued by who sold; what coupons paid is not invoiced. */
@NullMarked
package terrace.orders.invoices;

import org.jspecify.annotations.NullMarked;
