/** Where operators shape the tree of goods and what each kind of goods is asked. */
@NullMarked
package terrace.web.kinds;

import org.jspecify.annotations.NullMarked;
