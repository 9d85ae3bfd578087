/** Goods that are recommended, why, and how to turn that off. */
@NullMarked
package terrace.web.recommend;

import org.jspecify.annotations.NullMarked;
