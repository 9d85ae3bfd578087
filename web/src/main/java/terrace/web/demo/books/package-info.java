/** The books of the demo market: what was done with them in the past weeks. */
@NullMarked
package terrace.web.demo.books;

import org.jspecify.annotations.NullMarked;
