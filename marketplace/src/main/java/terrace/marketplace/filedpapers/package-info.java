/** Papers a merchant stands by: reminders before they end, renewal after an operator's look. */
@NullMarked
package terrace.marketplace.filedpapers;

import org.jspecify.annotations.NullMarked;
