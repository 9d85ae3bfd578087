package terrace.marketplace.entitlements;

import java.util.List;
import terrace.marketplace.spreadsheets.Why;

/** What came of a sheet that was handed in. */
public sealed interface Reading {

    /** Its rows, never none; whom they name is looked up later. */
    record Rows(List<SheetRow> rows) implements Reading {}

    record Refused(Why why) implements Reading {}
}
