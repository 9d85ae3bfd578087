/** Spreadsheets people hand in, XLSX or CSV: read by content, with a measure, before anybody asks what they say. */
@NullMarked
package terrace.marketplace.spreadsheets;

import org.jspecify.annotations.NullMarked;
