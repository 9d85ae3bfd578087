/** Invoices of orders: asked for by members, issued by merchants, as a sheet to keep. */
@NullMarked
package terrace.web.invoices;

import org.jspecify.annotations.NullMarked;
