/** Documents to keep and print, as PDF, in a typeface that has Chinese. */
@NullMarked
package terrace.web.pdf;

import org.jspecify.annotations.NullMarked;
