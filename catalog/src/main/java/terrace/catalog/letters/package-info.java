/** Letters to those who keep a shop, about its goods. */
@NullMarked
package terrace.catalog.letters;

import org.jspecify.annotations.NullMarked;
