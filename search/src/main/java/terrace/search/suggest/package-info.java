/** What a shopper may be about to type: words of the goods, categories and counties. */
@NullMarked
package terrace.search.suggest;

import org.jspecify.annotations.NullMarked;
