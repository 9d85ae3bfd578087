/** Rounds of random buying while the bank fails and connections are cut; nothing may be lost. */
@NullMarked
package terrace.orders.faults;

import org.jspecify.annotations.NullMarked;
