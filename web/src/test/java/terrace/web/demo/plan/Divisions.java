package terrace.web.demo.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import terrace.marketplace.regions.Region;

/** The table of divisions, without starting the market. */
final class Divisions {

    private Divisions() {}

    static Map<String, String> names() {
        return all().stream().collect(Collectors.toMap(Region::code, Region::name));
    }

    static List<Region> poorCounties() {
        return all().stream().filter(Region::poor).toList();
    }

    private static List<Region> all() {
        try (InputStream in = Objects.requireNonNull(Region.class.getResourceAsStream("/regions/divisions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Region(cells[0], cells[1], cells.length > 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
