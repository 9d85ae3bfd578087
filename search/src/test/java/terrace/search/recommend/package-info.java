/** What is recommended to whom, on small histories that can be followed by hand. */
@NullMarked
package terrace.search.recommend;

import org.jspecify.annotations.NullMarked;
