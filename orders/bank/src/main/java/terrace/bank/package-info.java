/** The sandbox bank: a Stripe-like payment API, its payment page and its controls, served by WireMock in a JVM of its own. */
@NullMarked
package terrace.bank;

import org.jspecify.annotations.NullMarked;
