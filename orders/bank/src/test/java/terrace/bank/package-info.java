/** The bank, asked over HTTP like the shop asks it. */
@NullMarked
package terrace.bank;

import org.jspecify.annotations.NullMarked;
