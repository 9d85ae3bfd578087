/** Arranges some pavilions of the demo market: pages, places, terms, and what co-owners agreed on. */
@NullMarked
package terrace.web.demo.houses;

import org.jspecify.annotations.NullMarked;
