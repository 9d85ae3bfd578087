package terrace.orders.shipments;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.spreadsheets.Grid;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.marketplace.spreadsheets.Why;
import terrace.orders.fulfilment.Dispatch;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.shipments.ShipmentFault.Reason;
import terrace.orders.shipments.ShipmentRow.Outcome;

/** Orders sent by the sheet: hand one in, see what is wrong with it, send its good rows. */
@Singleton
public class ShipmentSheets {
    /** So many are sent while somebody waits for the answer. */
    public static final int ROWS_MAX = 1_000;

    private final Spreadsheets spreadsheets;
    private final SheetRows rows;
    private final Fulfilment fulfilment;

    ShipmentSheets(Spreadsheets spreadsheets, SheetRows rows, Fulfilment fulfilment) {
        this.spreadsheets = spreadsheets;
        this.rows = rows;
        this.fulfilment = fulfilment;
    }

    /**
     * Reads and checks a file; sends nothing.
     *
     * @param actor account of who hands it in
     */
    public Receiving receive(UUID merchantId, UUID actor, byte[] file) {
        return switch (spreadsheets.read(file, ROWS_MAX)) {
            case Grid.Unreadable unreadable -> new Receiving.Refused(unreadable.why());
            case Grid.Rows grid ->
                RowReading.rows(grid.rows())
                        .map(read -> checked(merchantId, actor, read))
                        .orElseGet(() -> new Receiving.Refused(Why.HEADINGS_MISSING));
        };
    }

    private Receiving checked(UUID merchantId, UUID actor, List<ShipmentRow> read) {
        if (read.isEmpty()) {
            return new Receiving.Refused(Why.NO_ROWS);
        }
        List<String> numbers = read.stream().map(ShipmentRow::order).distinct().toList();
        List<ShipmentRow> checked = RowRules.check(read, rows.standings(merchantId, numbers));
        UUID id = Ids.next();
        rows.add(id, merchantId, actor, checked);
        return new Receiving.Checked(id);
    }

    public Optional<ShipmentSheet> ofMerchant(UUID merchantId, UUID sheetId) {
        return rows.ofMerchant(merchantId, sheetId);
    }

    /** The newest first. */
    public List<ShipmentSheet> newest(UUID merchantId, int limit) {
        return rows.newest(merchantId, limit);
    }

    /** Rows with something to mend; empty when the sheet is not this merchant's. */
    public List<ShipmentRow> badRows(UUID merchantId, UUID sheetId) {
        return rows.ofMerchant(merchantId, sheetId)
                .map(sheet -> rows.bad(sheetId))
                .orElse(List.of());
    }

    /**
     * Sends the good rows, each in a transaction of its own: what is sent stays sent, whatever stops the rest, and
     * pressing again goes on. Empty when the sheet is not this merchant's.
     */
    public Optional<ShipmentSheet> ship(UUID merchantId, UUID sheetId) {
        if (rows.ofMerchant(merchantId, sheetId).isEmpty()) {
            return Optional.empty();
        }
        for (ShipmentRow row : rows.open(sheetId)) {
            Optional<Dispatch> dispatch = RowRules.courier(row.courier())
                    .flatMap(courier -> fulfilment.ship(merchantId, row.order(), courier, row.tracking()));
            Optional<ShipmentFault> fault = dispatch.map(ShipmentSheets::fault)
                    .orElseGet(() -> Optional.of(new ShipmentFault(ShipmentColumn.ORDER, Reason.NO_SUCH_ORDER)));
            rows.done(
                    sheetId,
                    row.number(),
                    fault.isEmpty() ? Outcome.SHIPPED : Outcome.REFUSED,
                    fault.map(List::of).orElse(List.of()));
        }
        return rows.ofMerchant(merchantId, sheetId);
    }

    private static Optional<ShipmentFault> fault(Dispatch dispatch) {
        return switch (dispatch) {
            case Dispatch.Shipped shipped -> Optional.empty();
            case Dispatch.ShippedOtherwise other ->
                Optional.of(new ShipmentFault(ShipmentColumn.TRACKING, Reason.SHIPPED_OTHERWISE));
            case Dispatch.TrackingMalformed bad ->
                Optional.of(new ShipmentFault(ShipmentColumn.TRACKING, Reason.MALFORMED));
            case Dispatch.LotTooLittle unasked -> throw new IllegalStateException("no lot was asked for");
            case Dispatch.LotUnknown unasked -> throw new IllegalStateException("no lot was asked for");
            case Dispatch.TooManyPieces unasked -> throw new IllegalStateException("the rest was asked for");
            case Dispatch.NothingPacked unasked -> throw new IllegalStateException("the rest was asked for");
            case Dispatch.TooManyParcels unasked -> throw new IllegalStateException("the rest fits the last");
            case Dispatch.NotToShip not -> Optional.of(new ShipmentFault(ShipmentColumn.ORDER, Reason.NOT_TO_SHIP));
        };
    }

    /**
     * Writes the rows with something to mend, a column of reasons behind them; mended, the file can be handed in as it
     * is.
     *
     * @param sentences says each fault in the reader's language
     */
    public void writeBad(UUID merchantId, UUID sheetId, Function<ShipmentFault, String> sentences, OutputStream out)
            throws IOException {
        ShipmentWriter.bad(badRows(merchantId, sheetId), sentences, out);
    }
}
