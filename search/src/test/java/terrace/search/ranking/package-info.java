@NullMarked
package terrace.search.ranking;

import org.jspecify.annotations.NullMarked;
