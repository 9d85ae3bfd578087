/** Whether the index has changed: what a search found may be shown again while it has not (.decisions/0062). */
@NullMarked
package terrace.search.stillness;

import org.jspecify.annotations.NullMarked;
