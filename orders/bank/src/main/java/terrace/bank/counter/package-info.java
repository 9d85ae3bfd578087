/** What one may ask of the bank, its rules, and the faults it can be told to have. */
@NullMarked
package terrace.bank.counter;

import org.jspecify.annotations.NullMarked;
