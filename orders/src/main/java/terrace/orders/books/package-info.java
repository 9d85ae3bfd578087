/** What must be true of the books at every moment, looked after every few minutes. */
@NullMarked
package terrace.orders.books;

import org.jspecify.annotations.NullMarked;
