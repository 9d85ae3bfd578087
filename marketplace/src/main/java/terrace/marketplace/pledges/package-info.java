/** What organisations promise to buy in a time. */
@NullMarked
package terrace.marketplace.pledges;

import org.jspecify.annotations.NullMarked;
