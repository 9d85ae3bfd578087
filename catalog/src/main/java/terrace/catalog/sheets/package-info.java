/** Goods by the sheet: one spreadsheet is template, export and import. */
@NullMarked
package terrace.catalog.sheets;

import org.jspecify.annotations.NullMarked;
