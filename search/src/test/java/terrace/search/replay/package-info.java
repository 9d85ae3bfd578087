/** A market of made-up people, to measure recommendations by; it knows nothing of how they are worked out. */
@NullMarked
package terrace.search.replay;

import org.jspecify.annotations.NullMarked;
