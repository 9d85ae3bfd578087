@NullMarked
package terrace.search.vectors;

import org.jspecify.annotations.NullMarked;
