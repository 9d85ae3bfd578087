package terrace.catalog.sheets;

import java.util.List;
import terrace.marketplace.spreadsheets.Why;

/** What came of a file that was handed in. */
sealed interface Reading {
    record Rows(List<SheetRow> rows) implements Reading {}

    record Unreadable(Why why) implements Reading {}
}
