/** Listings in campaigns: signed for by their merchants, with a price that begins and ends by itself and pledged stock. */
@NullMarked
package terrace.catalog.enrolments;

import org.jspecify.annotations.NullMarked;
