/** Who sells: kinds, licences, bank accounts, suspensions. */
@NullMarked
package terrace.marketplace.merchants;

import org.jspecify.annotations.NullMarked;
