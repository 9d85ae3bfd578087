package terrace.search.filters;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From one number to another, written {@code 1000-2000}, without an end {@code 1000-}.
 *
 * @param below the first that is too much; null without end
 */
public record Band(long from, @Nullable Long below) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})-(\\d{1,12})?");
    private static final List<Long> PRICES = List.of(1_000L, 2_000L, 5_000L, 10_000L, 20_000L);
    private static final List<Long> JIN_PRICES = List.of(500L, 1_000L, 2_000L, 5_000L, 10_000L);
    private static final List<Long> WEIGHTS = List.of(500L, 1_000L, 2_500L, 5_000L, 10_000L);

    /** Empty when it is not written so, or ends before it begins. */
    public static Optional<Band> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1));
        Long below = matcher.group(2) == null ? null : Long.valueOf(matcher.group(2));
        return below != null && below <= from ? Optional.empty() : Optional.of(new Band(from, below));
    }

    public String written() {
        return from + "-" + (below == null ? "" : below);
    }

    /** Those that goods are counted in, from low to high. */
    static List<Band> of(Facet facet) {
        List<Long> steps =
                switch (facet) {
                    case PRICE -> PRICES;
                    case JIN -> JIN_PRICES;
                    case WEIGHT -> WEIGHTS;
                    default -> throw new IllegalArgumentException(facet + " has no bands");
                };
        return java.util.stream.IntStream.rangeClosed(0, steps.size())
                .mapToObj(i -> new Band(i == 0 ? 0 : steps.get(i - 1), i == steps.size() ? null : steps.get(i)))
                .toList();
    }
}
