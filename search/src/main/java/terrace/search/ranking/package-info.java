/** In what order found goods stand: how well they fit, and among equals what sells, is praised, is there and is new. */
@NullMarked
package terrace.search.ranking;

import org.jspecify.annotations.NullMarked;
