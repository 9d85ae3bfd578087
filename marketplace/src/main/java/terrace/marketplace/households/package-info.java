/** Registered families behind goods: entered by their county, sealed, counted and never named. */
@NullMarked
package terrace.marketplace.households;

import org.jspecify.annotations.NullMarked;
