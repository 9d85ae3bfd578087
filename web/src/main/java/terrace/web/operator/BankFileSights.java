package terrace.web.operator;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.orders.reconciliation.BankFile;
import terrace.orders.reconciliation.Difference;
import terrace.orders.reconciliation.Reconciliation;
import terrace.web.buying.Sights;

/** Turns bank files and differences into rows of a page. */
@Singleton
class BankFileSights {
    private static final int FILES_SHOWN = 40;
    private static final int DIFFERENCES_SHOWN = 100;
    private static final int HASH_SHOWN = 12;

    private final Reconciliation reconciliation;
    private final Actors actors;
    private final Sights sights;

    BankFileSights(Reconciliation reconciliation, Actors actors, Sights sights) {
        this.reconciliation = reconciliation;
        this.actors = actors;
        this.sights = sights;
    }

    List<FileRow> files() {
        List<BankFile> files = reconciliation.files(FILES_SHOWN);
        Map<String, String> names =
                actors.names(files.stream().map(BankFile::takenInBy).toList());
        return files.stream()
                .map(file -> new FileRow(
                        file.day().toString(),
                        file.lines(),
                        file.closingFen(),
                        sights.time(file.takenInAt()),
                        names.getOrDefault(file.takenInBy(), ""),
                        file.sha256().substring(0, HASH_SHOWN)))
                .toList();
    }

    List<DifferenceRow> differences() {
        return reconciliation.differences(DIFFERENCES_SHOWN).stream()
                .map(this::row)
                .toList();
    }

    private DifferenceRow row(Difference difference) {
        return new DifferenceRow(
                difference.kind().name(),
                difference.type().toLowerCase(Locale.ROOT),
                difference.ourRef(),
                difference.bankFen(),
                difference.ourFen(),
                difference.day().toString(),
                difference.clearedAt() == null ? null : sights.time(difference.clearedAt()));
    }

    record FileRow(String day, int lines, long closingFen, String at, String by, String hash) {}

    /**
     * @param kind words are at {@code operator.difference.<kind>}
     * @param type words are at {@code operator.movement.<type>}
     */
    record DifferenceRow(
            String kind,
            String type,
            String ref,
            long bankFen,
            long ourFen,
            String day,
            @Nullable String clearedAt) {}
}
