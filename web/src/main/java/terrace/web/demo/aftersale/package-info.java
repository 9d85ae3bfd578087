/** What happens after the sale in the demo market: claims in every state, reviews with replies. */
@NullMarked
package terrace.web.demo.aftersale;

import org.jspecify.annotations.NullMarked;
