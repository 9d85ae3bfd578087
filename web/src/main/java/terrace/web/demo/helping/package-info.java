/** Families behind the demo's goods, what is collected for them, and who is told of it. */
@NullMarked
package terrace.web.demo.helping;

import org.jspecify.annotations.NullMarked;
