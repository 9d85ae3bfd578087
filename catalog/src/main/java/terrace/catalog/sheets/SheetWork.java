package terrace.catalog.sheets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;

/** Works sheets off in pieces, each a transaction of its own: what is done stays done, whatever stops the rest. */
@Singleton
class SheetWork {
    private static final int CODES_AT_ONCE = 200;

    private final ImportRows rows;
    private final SheetCodes codes;
    private final NewGoods newGoods;
    private final KnownGoods knownGoods;
    private final Freight freight;

    SheetWork(ImportRows rows, SheetCodes codes, NewGoods newGoods, KnownGoods knownGoods, Freight freight) {
        this.rows = rows;
        this.codes = codes;
        this.newGoods = newGoods;
        this.knownGoods = knownGoods;
        this.freight = freight;
    }

    /** Does the next piece of a sheet; false when there was nothing to do. */
    @Transactional
    boolean next() {
        Optional<SheetImport> claimed = rows.claim();
        claimed.ifPresent(sheet -> {
            codes.lock(sheet.merchantId());
            if (sheet.state() == SheetImport.State.RUNNING) {
                workOff(sheet);
            } else {
                undo(sheet);
            }
        });
        return claimed.isPresent();
    }

    private void workOff(SheetImport sheet) {
        List<SheetRow> open = rows.open(sheet.id(), CODES_AT_ONCE);
        if (open.isEmpty()) {
            rows.move(sheet.id(), SheetImport.State.RUNNING, SheetImport.State.DONE);
            return;
        }
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<SheetRow>> good = new LinkedHashMap<>();
        for (SheetRow row : open) {
            if (row.bad()) {
                outcomes.add(Outcome.of(row.number(), Outcome.Kind.LEFT_OUT));
            } else {
                good.computeIfAbsent(row.cell(Column.CODE), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        List<FreightTemplate> templates = freight.ofMerchant(sheet.merchantId());
        Map<String, UUID> known = codes.listings(sheet.merchantId(), good.keySet());
        Map<UUID, List<SheetRow>> ofKnown = new LinkedHashMap<>();
        known.forEach((code, listing) -> ofKnown.put(listing, good.getOrDefault(code, List.of())));
        good.keySet().removeAll(known.keySet());
        outcomes.addAll(newGoods.make(sheet, good, templates));
        outcomes.addAll(knownGoods.change(sheet, ofKnown, templates));
        rows.outcomes(sheet.id(), outcomes);
    }

    private void undo(SheetImport sheet) {
        List<Outcome> done = rows.done(sheet.id(), CODES_AT_ONCE);
        done.forEach(outcome -> knownGoods.undo(sheet, outcome));
        rows.undone(sheet.id(), done.stream().map(Outcome::row).collect(Collectors.toList()));
        if (done.isEmpty()) {
            rows.move(sheet.id(), SheetImport.State.UNDOING, SheetImport.State.UNDONE);
        }
    }
}
