/** What the demo market is to be: facts of counties and goods, and listings and purchases planned out of them. */
@NullMarked
package terrace.web.demo.plan;

import org.jspecify.annotations.NullMarked;
