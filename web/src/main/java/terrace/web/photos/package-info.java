/** A merchant's desk for the photos of a listing, and photos that not everybody may see yet. */
@NullMarked
package terrace.web.photos;

import org.jspecify.annotations.NullMarked;
