/** Where a merchant's money goes: bank accounts given, proven, changed by two people and after a while. */
@NullMarked
package terrace.marketplace.bankaccounts;

import org.jspecify.annotations.NullMarked;
