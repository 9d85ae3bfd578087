/** Buying for an organisation: its people, and purchases that wait for another person's word. */
@NullMarked
package terrace.web.purchasing;

import org.jspecify.annotations.NullMarked;
