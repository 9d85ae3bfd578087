/** Campaigns of the demo market in every state they can have. */
@NullMarked
package terrace.web.demo.drives;

import org.jspecify.annotations.NullMarked;
