package terrace.orders.shipments;

import java.util.UUID;
import terrace.marketplace.spreadsheets.Why;

/** What became of a file that was handed in. */
public sealed interface Receiving {
    /** Read and checked; nothing is sent yet. */
    record Checked(UUID sheetId) implements Receiving {}

    record Refused(Why why) implements Receiving {}
}
