/** Settlement runs: drafted by one person, checked, approved by another, sent, and seen in the bank's file. */
@NullMarked
package terrace.orders.runs;

import org.jspecify.annotations.NullMarked;
