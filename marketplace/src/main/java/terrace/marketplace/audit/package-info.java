/** The record of who did what to whom, written once and never changed. */
@NullMarked
package terrace.marketplace.audit;

import org.jspecify.annotations.NullMarked;
