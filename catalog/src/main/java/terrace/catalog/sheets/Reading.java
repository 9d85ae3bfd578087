package terrace.catalog.sheets;

import java.util.List;

/** What came of a file that was handed in. */
sealed interface Reading {
    record Rows(List<SheetRow> rows) implements Reading {}

    record Unreadable(Why why) implements Reading {}
}
