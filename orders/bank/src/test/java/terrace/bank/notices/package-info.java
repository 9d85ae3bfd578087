/** How often and how long the bank tries. */
@NullMarked
package terrace.bank.notices;

import org.jspecify.annotations.NullMarked;
