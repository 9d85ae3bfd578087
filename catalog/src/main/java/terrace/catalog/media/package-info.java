/** Pictures drawn by the program: a product before the landscape of its province. */
@NullMarked
package terrace.catalog.media;

import org.jspecify.annotations.NullMarked;
