/** Photos of goods: taken in, cut to squares, described, and shown once an operator has seen them. */
@NullMarked
package terrace.catalog.photos;

import org.jspecify.annotations.NullMarked;
