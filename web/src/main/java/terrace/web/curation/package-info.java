/** Where curators arrange pavilions: pages, places and fairs, terms of zones, posters, and the say of co-owners. */
@NullMarked
package terrace.web.curation;

import org.jspecify.annotations.NullMarked;
