/** What became of campaigns: the published result, as a page, on paper and as a sheet. */
@NullMarked
package terrace.web.reports;

import org.jspecify.annotations.NullMarked;
