/** The site and the API: requests become calls of doors, results become pages. */
@NullMarked
package terrace.web;

import org.jspecify.annotations.NullMarked;
