package terrace.catalog.sheets;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import terrace.catalog.freight.Freight;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.spreadsheets.Spreadsheets;

/** Goods by the sheet: hand one in, see what is wrong with it, take it or its good rows, and take it back for a day. */
@Singleton
public class Sheets {
    public static final int FILE_BYTES_MAX = Spreadsheets.FILE_BYTES_MAX;
    public static final int ROWS_MAX = SheetReader.ROWS_MAX;
    public static final int UNDO_HOURS = 24;

    private static final int BAD_ROWS_AT_ONCE = 500;

    private final SheetReader reader;
    private final RowRules rules;
    private final ImportRows rows;
    private final Freight freight;
    private final SheetWriter writer;
    private final SheetCodes codes;

    Sheets(SheetReader reader, RowRules rules, ImportRows rows, Freight freight, SheetWriter writer, SheetCodes codes) {
        this.reader = reader;
        this.codes = codes;
        this.rules = rules;
        this.rows = rows;
        this.freight = freight;
        this.writer = writer;
    }

    /**
     * Reads and checks a file; changes no goods.
     *
     * @param actor account of who hands it in
     */
    public Receiving receive(UUID merchantId, UUID actor, byte[] file) {
        return switch (reader.read(file)) {
            case Reading.Unreadable unreadable -> new Receiving.Refused(unreadable.why());
            case Reading.Rows read -> {
                Set<String> known = codes.listings(
                                merchantId,
                                read.rows().stream()
                                        .map(row -> row.cell(Column.CODE))
                                        .collect(Collectors.toSet()))
                        .keySet();
                List<SheetRow> checked = rules.check(read.rows(), freight.ofMerchant(merchantId), known);
                yield new Receiving.Checked(rows.add(Ids.next(), merchantId, actor, checked));
            }
        };
    }

    @Connectable
    public Optional<SheetImport> ofMerchant(UUID merchantId, UUID importId) {
        return rows.ofMerchant(merchantId, importId);
    }

    /** The newest first. */
    @Connectable
    public List<SheetImport> newest(UUID merchantId, int limit) {
        return rows.newest(merchantId, limit);
    }

    /** Rows with something to mend, those after the number given. */
    @Connectable
    public List<SheetRow> badRows(UUID importId, int after, int limit) {
        return rows.bad(importId, after, limit);
    }

    /** Lets a checked sheet be worked off; starting twice starts once. */
    @Transactional
    public Starting start(UUID merchantId, UUID importId, Choice choice) {
        Optional<SheetImport> found = rows.ofMerchant(merchantId, importId);
        if (found.isEmpty()) {
            return Starting.ABSENT;
        }
        SheetImport sheet = found.get();
        if (choice == Choice.ALL && sheet.rowsBad() > 0) {
            return Starting.HAS_BAD_ROWS;
        }
        if (sheet.rowsBad() == sheet.rowsTotal()) {
            return Starting.NOTHING_GOOD;
        }
        rows.move(importId, SheetImport.State.CHECKED, SheetImport.State.RUNNING);
        return Starting.STARTED;
    }

    /** Takes back what a sheet did, within a day of its end. */
    @Transactional
    public Starting undo(UUID merchantId, UUID importId) {
        Optional<SheetImport> found = rows.ofMerchant(merchantId, importId);
        if (found.isEmpty()) {
            return Starting.ABSENT;
        }
        return switch (found.get().state()) {
            case UNDOING, UNDONE -> Starting.STARTED;
            case CHECKED, RUNNING -> Starting.TOO_LATE;
            case DONE ->
                rows.doneWithin(importId, UNDO_HOURS)
                                && rows.move(importId, SheetImport.State.DONE, SheetImport.State.UNDOING)
                        ? Starting.STARTED
                        : Starting.TOO_LATE;
        };
    }

    /** Writes the empty sheet with its drop-down lists, or the merchant's goods in it. */
    public void write(UUID merchantId, boolean withGoods, OutputStream out) throws IOException {
        writer.write(merchantId, withGoods, out);
    }

    /**
     * Writes the rows with something to mend, a column of reasons behind them; mended, the file can be handed in as it
     * is.
     *
     * @param sentences says each fault in the reader's language
     */
    @Connectable
    public void writeBad(UUID importId, Function<SheetFault, String> sentences, OutputStream out) throws IOException {
        List<SheetRow> bad = new java.util.ArrayList<>();
        for (List<SheetRow> next = rows.bad(importId, 0, BAD_ROWS_AT_ONCE);
                !next.isEmpty();
                next = rows.bad(importId, next.getLast().number(), BAD_ROWS_AT_ONCE)) {
            bad.addAll(next);
        }
        writer.writeRows(bad, sentences, out);
    }
}
