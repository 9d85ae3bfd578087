/** Who speaks for a partner organisation when somebody says it recommends them. */
@NullMarked
package terrace.marketplace.recommenders;

import org.jspecify.annotations.NullMarked;
