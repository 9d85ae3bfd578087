/** Goods for the tests of search. */
@NullMarked
package terrace.search;

import org.jspecify.annotations.NullMarked;
