/** The tree of goods, three levels deep, that every listing hangs on. */
@NullMarked
package terrace.catalog.categories;

import org.jspecify.annotations.NullMarked;
