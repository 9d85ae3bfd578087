/** The rules of the house, each shown to catch somebody who breaks it. */
@NullMarked
package terrace.house;

import org.jspecify.annotations.NullMarked;
