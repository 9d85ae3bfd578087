/** What everybody may look at: home, search, categories, goods, pavilions, campaigns, merchants and their pictures. */
@NullMarked
package terrace.web.shop;

import org.jspecify.annotations.NullMarked;
