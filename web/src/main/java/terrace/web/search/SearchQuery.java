package terrace.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import terrace.catalog.certificates.Certificate;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Region;
import terrace.search.filters.Band;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facet;
import terrace.search.query.SearchRequest;
import terrace.web.shop.ListOrder;

/**
 * What the address of a search says, and the addresses of searches a little different from it. The same search has one
 * address only: facets in their order, values in theirs.
 *
 * @param q as typed
 * @param min lowest price in yuan, as typed; empty for none
 * @param after where the page before ended, empty for page one
 */
record SearchQuery(String q, Chosen chosen, String min, String max, String sort, String after) {
    static final String PATH = "/search";
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,80}");

    SearchQuery {
        Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
        values.putAll(chosen.values());
        List<String> provinces = Stream.concat(
                        chosen.of(Facet.PROVINCE).stream(),
                        chosen.of(Facet.COUNTY).stream().map(SearchQuery::provinceOf))
                .toList();
        values.put(Facet.PROVINCE, provinces);
        values.replaceAll((facet, some) -> some.stream().distinct().sorted().toList());
        chosen = new Chosen(values);
    }

    /** Reads parameters; those that say nothing, or nonsense, are left out. */
    static SearchQuery read(Function<String, List<String>> parameters) {
        Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            values.put(
                    facet,
                    parameters.apply(parameter(facet)).stream()
                            .map(String::strip)
                            .filter(value -> makesSense(facet, value))
                            .sorted()
                            .toList());
        }
        String min = first(parameters, "min");
        String max = first(parameters, "max");
        return new SearchQuery(
                first(parameters, "q"),
                new Chosen(values),
                Money.fen(min).isPresent() ? min : "",
                Money.fen(max).isPresent() ? max : "",
                ListOrder.read(first(parameters, "sort"), ListOrder.OF_SEARCH) == ListOrder.FIT
                        ? ""
                        : first(parameters, "sort"),
                first(parameters, "after"));
    }

    private static String first(Function<String, List<String>> parameters, String name) {
        return parameters.apply(name).stream().findFirst().map(String::strip).orElse("");
    }

    private static boolean makesSense(Facet facet, String value) {
        return switch (facet) {
            case PROVINCE, DELIVERY -> value.matches("\\d{2}");
            case COUNTY -> value.matches("\\d{6}");
            case PRICE, JIN, WEIGHT -> Band.read(value).isPresent();
            case POOR, STOCK, FRESH -> value.equals(Facet.ON);
            case PROOF ->
                Arrays.stream(Certificate.Kind.values())
                        .anyMatch(kind -> kind.name().equals(value));
            case CATEGORY, PAVILION, CAMPAIGN, MERCHANT -> NAME.matcher(value).matches();
        };
    }

    static String parameter(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    boolean has(Facet facet, String value) {
        return chosen.of(facet).contains(value);
    }

    ListOrder order() {
        return ListOrder.read(sort, ListOrder.OF_SEARCH);
    }

    boolean filtered() {
        return !chosen.values().isEmpty() || !min.isEmpty() || !max.isEmpty();
    }

    /** Page one of some words, as they were typed: what is counted as a search. */
    boolean plain() {
        return !q.isEmpty() && !filtered() && sort.isEmpty() && after.isEmpty();
    }

    /** Page one with this value chosen, or lifted where it is; counties go with their province. */
    SearchQuery turned(Facet facet, String value) {
        return has(facet, value)
                ? keeping((other, kept) -> !(other == facet && kept.equals(value))
                        && !(facet == Facet.PROVINCE && other == Facet.COUNTY && kept.startsWith(value)))
                : with(chosen.and(facet, value));
    }

    /** Page one without any value of a facet; counties go with the provinces, typed prices with the prices. */
    SearchQuery without(Facet facet) {
        SearchQuery kept =
                keeping((other, value) -> other != facet && !(facet == Facet.PROVINCE && other == Facet.COUNTY));
        return facet == Facet.PRICE ? kept.anyPrice() : kept;
    }

    /** Page one with only the values that pass. */
    SearchQuery keeping(BiPredicate<Facet, String> wanted) {
        Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
        chosen.values()
                .forEach((facet, some) -> values.put(
                        facet,
                        some.stream().filter(value -> wanted.test(facet, value)).toList()));
        return with(new Chosen(values));
    }

    SearchQuery with(Chosen other) {
        return new SearchQuery(q, other, min, max, sort, "");
    }

    SearchQuery anyPrice() {
        return new SearchQuery(q, chosen, "", "", sort, "");
    }

    SearchQuery sorted(ListOrder order) {
        return new SearchQuery(q, chosen, min, max, order == ListOrder.FIT ? "" : order.slug(), "");
    }

    SearchQuery from(String cursor) {
        return new SearchQuery(q, chosen, min, max, sort, cursor);
    }

    SearchQuery onlyText() {
        return of(q);
    }

    static SearchQuery of(String text) {
        return new SearchQuery(text, Chosen.NOTHING, "", "", "", "");
    }

    String path() {
        List<Kept> parts = parts();
        if (!after.isEmpty()) {
            parts.add(new Kept("after", after));
        }
        StringBuilder path = new StringBuilder(PATH);
        for (Kept part : parts) {
            path.append(path.length() == PATH.length() ? '?' : '&')
                    .append(part.name())
                    .append('=')
                    .append(URLEncoder.encode(part.value(), StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    /** All but the place in the list. */
    private List<Kept> parts() {
        List<Kept> parts = new ArrayList<>();
        add(parts, "q", q);
        for (Facet facet : Facet.values()) {
            chosen.of(facet).forEach(value -> add(parts, parameter(facet), value));
        }
        add(parts, "min", min);
        add(parts, "max", max);
        add(parts, "sort", sort);
        return parts;
    }

    private static void add(List<Kept> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(new Kept(name, value));
        }
    }

    /** What a form that asks for prices carries along. */
    List<Kept> keptBesidePrice() {
        return anyPrice().parts();
    }

    SearchRequest request(String home, int limit) {
        Chosen all = min.isEmpty() && max.isEmpty() ? chosen : chosen.and(Facet.PRICE, typedPrice());
        return new SearchRequest(q, all, home, order().search(), after.isEmpty() ? null : after, limit);
    }

    /** What was typed the wrong way round is meant the right way round. */
    private String typedPrice() {
        long low = fen(min, 0);
        long high = fen(max, Money.TYPED_FEN_MAX);
        return new Band(Math.min(low, high), Math.max(low, high) + 1).written();
    }

    private static long fen(String typed, long otherwise) {
        OptionalLong fen = Money.fen(typed);
        return fen.isPresent() ? fen.getAsLong() : otherwise;
    }

    private static String provinceOf(String countyCode) {
        return countyCode.substring(0, Region.PROVINCE_DIGITS);
    }

    /** A parameter and its value. */
    record Kept(String name, String value) {}
}
