/** Letters to people: queued with the act that causes them, sent afterwards, once. */
@NullMarked
package terrace.marketplace.notices;

import org.jspecify.annotations.NullMarked;
