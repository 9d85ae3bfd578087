/** What merchants offer: listings, their SKUs and prices, the cards of category pages, on and off the shelf. */
@NullMarked
package terrace.catalog.listings;

import org.jspecify.annotations.NullMarked;
