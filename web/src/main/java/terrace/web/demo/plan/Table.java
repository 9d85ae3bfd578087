package terrace.web.demo.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sheet of facts: tab-separated lines, with comments behind a hash. */
final class Table {

    private Table() {}

    static List<Row> read(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No such table: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> new Row(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line; a lone hyphen stands for an empty cell, so that no line ends in white space. */
    static final class Row {
        private final String[] cells;

        private Row(String[] cells) {
            this.cells = cells;
        }

        String text(int column) {
            return cells[column].equals("-") ? "" : cells[column];
        }

        int number(int column) {
            return Integer.parseInt(cells[column]);
        }

        List<String> list(int column, String separator) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(separator));
        }
    }
}
