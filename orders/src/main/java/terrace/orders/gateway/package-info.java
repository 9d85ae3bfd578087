/** The bank as we speak to it: what we may ask, what it may answer, and how its notices are signed. */
@NullMarked
package terrace.orders.gateway;

import org.jspecify.annotations.NullMarked;
