package terrace.orders.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a look through the books found.
 *
 * @param whole whether all of the books were looked through, not only what was posted lately
 */
public record BooksReport(Instant at, boolean whole, int tookMillis, List<Finding> findings) {

    /**
     * Something that is not as it must be.
     *
     * @param off how many rows, or how many fen
     * @param sample one of them, for whoever looks into it
     */
    public record Finding(Invariant invariant, long off, String sample) {}

    public boolean sound() {
        return findings.isEmpty();
    }

    public List<Invariant> broken() {
        return findings.stream().map(Finding::invariant).toList();
    }

    public Optional<Finding> of(Invariant invariant) {
        return findings.stream()
                .filter(finding -> finding.invariant() == invariant)
                .findFirst();
    }
}
