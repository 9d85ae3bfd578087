package terrace.marketplace.spreadsheets;

import java.util.List;

/** What came of a file that was handed in. */
public sealed interface Grid {
    /** Rows in which something stands, the headings among them; never empty. */
    record Rows(List<GridRow> rows) implements Grid {}

    record Unreadable(Why why) implements Grid {}
}
