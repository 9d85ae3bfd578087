/** What everybody may look at: categories, goods, pavilions, merchants and their pictures. */
@NullMarked
package terrace.web.shop;

import org.jspecify.annotations.NullMarked;
