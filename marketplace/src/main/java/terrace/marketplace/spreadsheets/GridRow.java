package terrace.marketplace.spreadsheets;

import java.util.List;

/**
 * A row as it stood in the file.
 *
 * @param number as the spreadsheet counts, the first row being 1
 * @param cells those in which something stands
 */
public record GridRow(int number, List<GridCell> cells) {}
