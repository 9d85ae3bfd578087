/** Takes the goods of suspended merchants off the shelf and puts them back, however many, in pieces. */
@NullMarked
package terrace.catalog.suspension;

import org.jspecify.annotations.NullMarked;
