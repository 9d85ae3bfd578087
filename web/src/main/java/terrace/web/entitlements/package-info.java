/** What partner organisations give their people and promise to buy, and how that goes. */
@NullMarked
package terrace.web.entitlements;

import org.jspecify.annotations.NullMarked;
