/** Walks through the market in a real browser, from a search to a settled order. */
@NullMarked
package terrace.web.journeys;

import org.jspecify.annotations.NullMarked;
