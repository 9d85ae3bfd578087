/** The sandbox bank: a Stripe-like payment API, a payment page and controls, by WireMock in a JVM of its own. */
@NullMarked
package terrace.bank;

import org.jspecify.annotations.NullMarked;
