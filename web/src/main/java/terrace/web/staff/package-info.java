/** Who works in a shop: its people, invitations, and the page behind their links. */
@NullMarked
package terrace.web.staff;

import org.jspecify.annotations.NullMarked;
