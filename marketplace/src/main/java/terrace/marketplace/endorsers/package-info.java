/** Who speaks for a county when one of its people wants to sell. */
@NullMarked
package terrace.marketplace.endorsers;

import org.jspecify.annotations.NullMarked;
