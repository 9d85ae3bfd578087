/** Listings in campaigns: signed for by merchants, with pledged stock and a price that begins and ends by itself. */
@NullMarked
package terrace.catalog.enrolments;

import org.jspecify.annotations.NullMarked;
