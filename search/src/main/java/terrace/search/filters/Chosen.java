package terrace.search.filters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody ticked: for each facet its values. Nothing in it is trusted; what nobody knows finds nothing. */
public record Chosen(Map<Facet, List<String>> values) {
    /** More values of one facet are not looked at. */
    public static final int VALUES_MAX = 10;

    public static final Chosen NOTHING = new Chosen(Map.of());

    public Chosen {
        Map<Facet, List<String>> some = new EnumMap<>(Facet.class);
        values.forEach((facet, texts) -> {
            List<String> few = texts.stream().distinct().limit(VALUES_MAX).toList();
            if (!few.isEmpty()) {
                some.put(facet, few);
            }
        });
        values = Map.copyOf(some);
    }

    public List<String> of(Facet facet) {
        return values.getOrDefault(facet, List.of());
    }

    public boolean has(Facet facet) {
        return values.containsKey(facet);
    }

    public Chosen and(Facet facet, String value) {
        Map<Facet, List<String>> more = new EnumMap<>(Facet.class);
        more.putAll(values);
        more.merge(
                facet,
                List.of(value),
                (before, added) ->
                        Stream.concat(before.stream(), added.stream()).toList());
        return new Chosen(more);
    }

    /** The bands among the values of a facet; what is none is left out. */
    public List<Band> bands(Facet facet) {
        return of(facet).stream().flatMap(value -> Band.read(value).stream()).toList();
    }

    /** Provinces of which no county is chosen. */
    public List<String> wholeProvinces() {
        return of(Facet.PROVINCE).stream()
                .filter(province -> of(Facet.COUNTY).stream().noneMatch(county -> county.startsWith(province)))
                .toList();
    }
}
