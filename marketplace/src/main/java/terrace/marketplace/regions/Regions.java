package terrace.marketplace.regions;

import static java.util.stream.Collectors.groupingBy;

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

/** Where things are: provinces, cities and counties, kept in memory from a table that ships with the program. */
@Singleton
public class Regions {
    private static final String TABLE = "/regions/divisions.tsv";

    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final List<Region> provinces;
    private final Map<String, List<Region>> citiesOfProvince;
    private final Map<String, List<Region>> countiesOfProvince;
    private final Map<String, List<Region>> countiesOfCity;

    Regions() {
        read();
        provinces = byCode.values().stream().filter(Region::isProvince).toList();
        citiesOfProvince = byCode.values().stream()
                .filter(region -> region.code().length() == Region.CITY_DIGITS)
                .collect(groupingBy(Region::provinceCode));
        countiesOfProvince =
                byCode.values().stream().filter(Region::isCounty).collect(groupingBy(Region::provinceCode));
        countiesOfCity = byCode.values().stream()
                .filter(Region::isCounty)
                .collect(groupingBy(region -> region.code().substring(0, Region.CITY_DIGITS)));
    }

    /** All 34, in the order of their codes; three of them have no counties here. */
    public List<Region> provinces() {
        return provinces;
    }

    public Optional<Region> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Region> cities(String provinceCode) {
        return citiesOfProvince.getOrDefault(provinceCode, List.of());
    }

    public List<Region> counties(String provinceCode) {
        return countiesOfProvince.getOrDefault(provinceCode, List.of());
    }

    public List<Region> countiesOfCity(String cityCode) {
        return countiesOfCity.getOrDefault(cityCode, List.of());
    }

    /** “云南 红河县” for a county; the code itself when nobody knows it. */
    public String path(String code) {
        Region region = byCode.get(code);
        if (region == null) {
            return code;
        }
        return region.isProvince()
                ? region.shortName()
                : Objects.requireNonNull(byCode.get(region.provinceCode())).shortName() + " " + region.name();
    }

    private void read() {
        try (InputStream in = Objects.requireNonNull(Regions.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                byCode.put(cells[0], new Region(cells[0], cells[1], cells.length > 2));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
