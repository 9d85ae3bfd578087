@NullMarked
package terrace.catalog.sheets;

import org.jspecify.annotations.NullMarked;
