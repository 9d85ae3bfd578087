package terrace.marketplace.households;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.households.HouseholdFault.Column;
import terrace.marketplace.households.HouseholdFault.Reason;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.spreadsheets.Grid;
import terrace.marketplace.spreadsheets.GridCell;
import terrace.marketplace.spreadsheets.GridRow;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.marketplace.spreadsheets.Why;
import terrace.marketplace.vault.Vault;

/** Families by the sheet: checked first, then taken over; what is wrong is told by row and column alone. */
@Singleton
public class HouseholdSheets {
    public static final int ROWS_MAX = 5_000;

    /** The headings, in the order of {@link Column}. */
    public static final List<String> HEADINGS = List.of("村", "户主", "登记编号", "人口");

    private final HouseholdRepository repository;
    private final Households households;
    private final Spreadsheets spreadsheets;
    private final Vault vault;
    private final Audit audit;

    HouseholdSheets(
            HouseholdRepository repository,
            Households households,
            Spreadsheets spreadsheets,
            Vault vault,
            Audit audit) {
        this.repository = repository;
        this.households = households;
        this.spreadsheets = spreadsheets;
        this.vault = vault;
        this.audit = audit;
    }

    /** What came of a file. */
    public sealed interface Receiving {
        record Checked(HouseholdSheet sheet) implements Receiving {}

        record Unreadable(Why why) implements Receiving {}
    }

    /** Checks every row and enters none yet; empty for one who speaks for no county. */
    public Optional<Receiving> receive(UUID accountId, byte[] file) {
        return households.county(accountId).map(county -> switch (spreadsheets.read(file, ROWS_MAX)) {
            case Grid.Unreadable(Why why) -> new Receiving.Unreadable(why);
            case Grid.Rows(List<GridRow> rows) when !headed(rows) -> new Receiving.Unreadable(Why.HEADINGS_MISSING);
            case Grid.Rows(List<GridRow> rows) when rows.size() < 2 -> new Receiving.Unreadable(Why.NO_ROWS);
            case Grid.Rows(List<GridRow> rows) -> new Receiving.Checked(checked(accountId, county, rows));
        });
    }

    private HouseholdSheet checked(UUID accountId, String county, List<GridRow> rows) {
        List<HouseholdFault> faults = new ArrayList<>();
        List<NewHousehold> good = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> known = households.known(rows.subList(1, rows.size()).stream()
                .map(row -> household(row).register())
                .collect(Collectors.toSet()));
        for (GridRow row : rows.subList(1, rows.size())) {
            NewHousehold household = household(row);
            List<HouseholdFault> wrong = new ArrayList<>(HouseholdRules.faults(row.number(), household));
            if (wrong.isEmpty() && !seen.add(household.register())) {
                wrong.add(new HouseholdFault(row.number(), Column.REGISTER, Reason.TWICE));
            } else if (wrong.isEmpty() && known.contains(household.register())) {
                wrong.add(new HouseholdFault(row.number(), Column.REGISTER, Reason.KNOWN));
            }
            if (wrong.isEmpty()) {
                good.add(household);
            }
            faults.addAll(wrong);
        }
        UUID id = Ids.next();
        String told = faults.stream().map(HouseholdFault::written).collect(Collectors.joining("\n"));
        repository.receive(id, county, accountId, vault.seal(written(good)), good.size(), told);
        return repository.sheet(accountId, id).orElseThrow().sheet();
    }

    /** A sheet this account handed in. */
    public Optional<HouseholdSheet> of(UUID accountId, UUID id) {
        return repository.sheet(accountId, id).map(HouseholdSheetRow::sheet);
    }

    /** Enters the good rows, once; a family that came in otherwise meanwhile is left out. */
    @Transactional
    public Optional<HouseholdSheet> take(UUID accountId, UUID id) {
        Optional<HouseholdSheetRow> found = repository.lockSheet(accountId, id);
        if (found.isEmpty()
                || households
                        .county(accountId)
                        .filter(found.get().countyCode()::equals)
                        .isEmpty()) {
            return Optional.empty();
        }
        if (found.get().taken() == null) {
            String county = found.get().countyCode();
            repository.lock(county);
            int taken = 0;
            for (NewHousehold household : read(vault.open(found.get().sealed()))) {
                taken += households.write(Ids.next(), county, accountId, household) ? 1 : 0;
            }
            repository.taken(id, taken);
            audit.record(
                    "account:" + accountId,
                    "households.entered",
                    "household-sheet:" + id,
                    Map.of("county", county, "households", Integer.toString(taken)));
        }
        return of(accountId, id);
    }

    private static boolean headed(List<GridRow> rows) {
        NewHousehold first = household(rows.getFirst());
        return List.of(first.village(), first.name(), first.register(), first.people())
                .equals(HEADINGS);
    }

    private static NewHousehold household(GridRow row) {
        String[] cells = new String[HEADINGS.size()];
        for (int column = 0; column < cells.length; column++) {
            int wanted = column;
            cells[column] = row.cells().stream()
                    .filter(cell -> cell.column() == wanted)
                    .map(GridCell::text)
                    .findFirst()
                    .orElse("");
        }
        return new NewHousehold(cells[0], cells[1], cells[2], cells[3]);
    }

    /** Rules allow no control characters, so that tabs and ends of lines part them. */
    private static String written(List<NewHousehold> households) {
        return households.stream()
                .map(one -> String.join("\t", one.village(), one.name(), one.register(), one.people()))
                .collect(Collectors.joining("\n"));
    }

    private static List<NewHousehold> read(String written) {
        return written.lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new NewHousehold(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }
}
