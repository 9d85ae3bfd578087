/** A member's own pages: orders, addresses, safety of the account. */
@NullMarked
package terrace.web.account;

import org.jspecify.annotations.NullMarked;
