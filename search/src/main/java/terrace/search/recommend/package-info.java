/** Which goods to show to whom, and why: plain arithmetic over what was looked at and bought. */
@NullMarked
package terrace.search.recommend;

import org.jspecify.annotations.NullMarked;
