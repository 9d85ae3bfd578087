/** Measures a market of full size, the way a shopper meets it: over HTTP, against limits found in the same run. */
@NullMarked
package terrace.bench;

import org.jspecify.annotations.NullMarked;
