/** Curated places: a province's goods, a buying city, joint pavilions, zones. */
@NullMarked
package terrace.marketplace.pavilions;

import org.jspecify.annotations.NullMarked;
