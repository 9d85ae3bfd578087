/** Questions about goods: asked by shoppers, answered by merchants, hidden by operators where they must be. */
@NullMarked
package terrace.web.questions;

import org.jspecify.annotations.NullMarked;
