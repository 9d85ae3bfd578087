/** A merchant's way in, as applicants, counties and operators see it. */
@NullMarked
package terrace.web.applications;

import org.jspecify.annotations.NullMarked;
