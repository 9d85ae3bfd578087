/** Flash sales: an enrolment's goods in a session of a few hours, one to each, and a line of those who wait. */
@NullMarked
package terrace.catalog.flashsales;

import org.jspecify.annotations.NullMarked;
