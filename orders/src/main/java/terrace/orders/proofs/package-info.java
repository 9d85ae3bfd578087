/** Learning from the bank whose an account is: a name check, then a small sum that its holder must know. */
@NullMarked
package terrace.orders.proofs;

import org.jspecify.annotations.NullMarked;
