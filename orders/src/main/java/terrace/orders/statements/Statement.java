package terrace.orders.statements;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A merchant's money over a period, in fen: what was due before it, every event, and what is due after it.
 *
 * @param openingFen available less owed when it began
 * @param closingFen the same when it ended, as the books say
 */
public record Statement(UUID merchantId, Period period, long openingFen, List<StatementLine> lines, long closingFen) {

    /** The total of each part, those that are nothing left out. */
    public Map<Part, Long> totals() {
        Map<Part, Long> totals = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            long total = lines.stream().mapToLong(part::of).sum();
            if (total != 0 || lines.stream().anyMatch(line -> part.of(line) != 0)) {
                totals.put(part, total);
            }
        }
        return totals;
    }

    /** The lines that a total is made of. */
    public List<StatementLine> of(Part part) {
        return lines.stream().filter(line -> part.of(line) != 0).toList();
    }

    /** Whether the sum written out leads from opening to closing: it always must. */
    public boolean addsUp() {
        return openingFen + lines.stream().mapToLong(StatementLine::netFen).sum() == closingFen;
    }
}
