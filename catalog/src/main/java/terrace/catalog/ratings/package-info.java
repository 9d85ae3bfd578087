/** What buyers think of goods, as listings and searches show it; the reviews themselves are kept above. */
@NullMarked
package terrace.catalog.ratings;

import org.jspecify.annotations.NullMarked;
