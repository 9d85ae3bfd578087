/** A merchant's desk: orders to send, and what the merchant is owed. */
@NullMarked
package terrace.web.merchant;

import org.jspecify.annotations.NullMarked;
