/** The desk of those who answer for the market: settlement, bank files, stuck events. */
@NullMarked
package terrace.web.operator;

import org.jspecify.annotations.NullMarked;
