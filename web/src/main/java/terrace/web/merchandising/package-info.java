/** Where operators decide about searches, with the effect before their eyes. */
@NullMarked
package terrace.web.merchandising;

import org.jspecify.annotations.NullMarked;
