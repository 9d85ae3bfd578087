/** Pavilions of several partners: shares of the say, proposals of merchants and goods, votes, and who brought whom. */
@NullMarked
package terrace.marketplace.governance;

import org.jspecify.annotations.NullMarked;
