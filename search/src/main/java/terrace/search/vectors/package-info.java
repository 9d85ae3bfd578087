/** What titles mean, as vectors: made by a small model inside the market, kept by text so that none is made twice. */
@NullMarked
package terrace.search.vectors;

import org.jspecify.annotations.NullMarked;
