/** A merchant's goods: listing them, stock, lots and their passports; and the operators' look at what is new. */
@NullMarked
package terrace.web.goods;

import org.jspecify.annotations.NullMarked;
