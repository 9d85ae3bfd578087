/** What shoppers ask about goods, and what merchants answer for everybody to read. */
@NullMarked
package terrace.catalog.questions;

import org.jspecify.annotations.NullMarked;
