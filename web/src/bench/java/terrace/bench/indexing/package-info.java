/** What the index takes, beyond what shoppers see of it. */
@NullMarked
package terrace.bench.indexing;

import org.jspecify.annotations.NullMarked;
