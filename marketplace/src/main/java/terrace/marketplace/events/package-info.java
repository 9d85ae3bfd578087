/** Telling modules above what happened: stored with the change, delivered at least once to each subscriber. */
@NullMarked
package terrace.marketplace.events;

import org.jspecify.annotations.NullMarked;
