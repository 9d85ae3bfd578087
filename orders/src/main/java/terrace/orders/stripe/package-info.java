/** The channel "stripe": Stripe's HTTP API by Stripe's own library, see .decisions/0032. */
@NullMarked
package terrace.orders.stripe;

import org.jspecify.annotations.NullMarked;
