/** Counts tries at secrets, so that guessing is slow and nobody can be locked out for long. */
@NullMarked
package terrace.marketplace.attempts;

import org.jspecify.annotations.NullMarked;
