/** The desk of those who run campaigns and pavilions. */
@NullMarked
package terrace.web.organiser;

import org.jspecify.annotations.NullMarked;
