package terrace.catalog.categories;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The groups of food and farm goods (classes 29 to 31) and of what villages buy, kept in memory from a table that ships
 * with the program.
 */
@Singleton
public class Groups {
    private static final String TABLE = "/categories/groups.tsv";

    private final Map<String, Group> byCode = new LinkedHashMap<>();

    Groups() {
        try (InputStream in = Objects.requireNonNull(Groups.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                byCode.put(cells[0], new Group(cells[0], cells[1], cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their codes. */
    public List<Group> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Group> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
