/** What a merchant reads of its money: each sum written out, each total with the lines it is made of. */
@NullMarked
package terrace.orders.statements;

import org.jspecify.annotations.NullMarked;
