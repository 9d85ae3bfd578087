/** A merchant's goods by the sheet: download, hand in, mend, take over, take back. */
@NullMarked
package terrace.web.sheets;

import org.jspecify.annotations.NullMarked;
