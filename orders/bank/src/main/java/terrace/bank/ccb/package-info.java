/** The second protocol: a Chinese bank's signed redirect, order query, notices and market orders. */
@NullMarked
package terrace.bank.ccb;

import org.jspecify.annotations.NullMarked;
