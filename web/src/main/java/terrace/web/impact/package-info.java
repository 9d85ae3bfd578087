/** What goods from poor counties came to and whom they helped, for everybody to read and to reckon again. */
@NullMarked
package terrace.web.impact;

import org.jspecify.annotations.NullMarked;
