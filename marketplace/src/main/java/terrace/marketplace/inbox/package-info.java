/** What people are told: kept for them on the site, and sent by letter or text message unless they would rather not. */
@NullMarked
package terrace.marketplace.inbox;

import org.jspecify.annotations.NullMarked;
