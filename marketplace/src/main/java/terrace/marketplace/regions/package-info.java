/** The divisions of China by their GB/T 2260 codes, and which counties were national poverty counties. */
@NullMarked
package terrace.marketplace.regions;

import org.jspecify.annotations.NullMarked;
