/** Parcels of an order on pages: what is in each, where it is, and packing one. */
@NullMarked
package terrace.web.parcels;

import org.jspecify.annotations.NullMarked;
