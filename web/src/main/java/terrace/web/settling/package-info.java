/** Paying merchants by two persons, looking after the books, closing days; and what merchants read of their money. */
@NullMarked
package terrace.web.settling;

import org.jspecify.annotations.NullMarked;
