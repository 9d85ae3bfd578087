/** How a merchant stands: its bank account, its papers, and what operators hold against it. */
@NullMarked
package terrace.web.standing;

import org.jspecify.annotations.NullMarked;
