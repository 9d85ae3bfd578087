/** People who may sign in: their names, passwords and roles. */
@NullMarked
package terrace.marketplace.accounts;

import org.jspecify.annotations.NullMarked;
