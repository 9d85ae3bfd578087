/** What operators decide about searches: words that mean the same, goods put first, hidden or helped a little. */
@NullMarked
package terrace.search.merchandising;

import org.jspecify.annotations.NullMarked;
