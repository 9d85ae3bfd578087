/** What the demo market sends outside, to be looked at: letters, and money at the sandbox bank. */
@NullMarked
package terrace.web.demo.outside;

import org.jspecify.annotations.NullMarked;
