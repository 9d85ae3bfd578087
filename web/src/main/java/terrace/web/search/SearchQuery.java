package terrace.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;
import terrace.search.query.SearchRequest;
import terrace.web.shop.ListOrder;

/** What the address of a search says, and the addresses of searches a little different from it. */
record SearchQuery(Map<Part, String> parts) {
    static final String PATH = "/search";
    private static final String ON = "yes";

    /** The parameters, in the order in which addresses have them. */
    enum Part {
        Q,
        CATEGORY,
        PROVINCE,
        COUNTY,
        POOR,
        MIN,
        MAX,
        STOCK,
        SORT,
        AFTER;

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SearchQuery {
        parts = Map.copyOf(parts);
    }

    /** Reads parameters; those that say nothing, or nonsense, are left out. */
    static SearchQuery read(Function<String, @Nullable String> parameters) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String value = parameters.apply(part.parameter());
            if (value != null && makesSense(part, value.strip())) {
                parts.put(part, value.strip());
            }
        }
        if (!parts.getOrDefault(Part.COUNTY, "").startsWith(parts.getOrDefault(Part.PROVINCE, ""))) {
            parts.remove(Part.COUNTY);
        }
        return new SearchQuery(parts);
    }

    private static boolean makesSense(Part part, String value) {
        return switch (part) {
            case PROVINCE -> value.matches("\\d{2}");
            case COUNTY -> value.matches("\\d{6}");
            case MIN, MAX -> Money.fen(value).isPresent();
            case POOR, STOCK -> value.equals(ON);
            default -> !value.isEmpty();
        };
    }

    String get(Part part) {
        return parts.getOrDefault(part, "");
    }

    boolean has(Part part) {
        return parts.containsKey(part);
    }

    ListOrder order() {
        return ListOrder.read(get(Part.SORT), ListOrder.OF_SEARCH);
    }

    boolean filtered() {
        return parts.keySet().stream().anyMatch(part -> part != Part.Q && part != Part.SORT && part != Part.AFTER);
    }

    /** Page one of the same search with one part changed; a county goes with its province. */
    SearchQuery with(Part part, String value) {
        Map<Part, String> changed = new EnumMap<>(Part.class);
        changed.putAll(parts);
        changed.remove(Part.AFTER);
        if (part == Part.PROVINCE) {
            changed.remove(Part.COUNTY);
        }
        changed.put(part, value);
        changed.values().removeIf(String::isEmpty);
        return new SearchQuery(changed);
    }

    SearchQuery without(Part part) {
        return with(part, "");
    }

    SearchQuery with(Part part) {
        return with(part, ON);
    }

    SearchQuery onlyText() {
        return new SearchQuery(has(Part.Q) ? Map.of(Part.Q, get(Part.Q)) : Map.of());
    }

    String path() {
        String query = Arrays.stream(Part.values())
                .filter(this::has)
                .map(part -> part.parameter() + "=" + URLEncoder.encode(get(part), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    SearchRequest request(int limit) {
        return new SearchRequest(
                get(Part.Q),
                parts.get(Part.CATEGORY),
                parts.get(Part.PROVINCE),
                parts.get(Part.COUNTY),
                has(Part.POOR),
                has(Part.STOCK),
                fen(Part.MIN),
                fen(Part.MAX),
                order().search(),
                parts.get(Part.AFTER),
                limit);
    }

    private @Nullable Long fen(Part part) {
        OptionalLong fen = has(part) ? Money.fen(get(part)) : OptionalLong.empty();
        return fen.isPresent() ? fen.getAsLong() : null;
    }
}
