/** Where a parcel is, as its courier says. */
@NullMarked
package terrace.orders.traces;

import org.jspecify.annotations.NullMarked;
