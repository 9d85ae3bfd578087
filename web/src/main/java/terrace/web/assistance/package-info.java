/** Clerks who act for households, and what households see and decide about it. */
@NullMarked
package terrace.web.assistance;

import org.jspecify.annotations.NullMarked;
