/** The second proof of who is signing in: codes from a phone, and recovery codes on paper. */
@NullMarked
package terrace.marketplace.secondfactor;

import org.jspecify.annotations.NullMarked;
