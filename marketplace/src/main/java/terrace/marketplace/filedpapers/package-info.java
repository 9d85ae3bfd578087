/** Papers a merchant stands by: reminders before they end, goods off the shelf after, renewal after an operator's look. */
@NullMarked
package terrace.marketplace.filedpapers;

import org.jspecify.annotations.NullMarked;
