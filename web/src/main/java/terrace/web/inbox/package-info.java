/** What somebody was told, and by which ways they want to be told. */
@NullMarked
package terrace.web.inbox;

import org.jspecify.annotations.NullMarked;
