/** A merchant's way in: draft, submitted, endorsed by the county, reviewed, signed, open. */
@NullMarked
package terrace.marketplace.applications;

import org.jspecify.annotations.NullMarked;
