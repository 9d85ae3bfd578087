package terrace.web.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Orders of a list of goods, under the short names they have in addresses. */
public enum ListOrder {
    FIT,
    SOLD,
    NEW,
    CHEAP,
    DEAR,
    JIN;

    /** What the catalogue can sort by in every kind of list. */
    static final List<ListOrder> OF_CATALOG = List.of(SOLD, NEW, CHEAP, DEAR, JIN);

    /** What it can sort by without a look at every row, for goods of several merchants. */
    static final List<ListOrder> OF_SEVERAL = List.of(SOLD, NEW);

    public static final List<ListOrder> OF_SEARCH = List.of(values());

    /** The order named in an address; the first one offered when it names none of them. */
    public static ListOrder read(String name, List<ListOrder> offered) {
        return Arrays.stream(values())
                .filter(order -> order.slug().equals(name) && offered.contains(order))
                .findFirst()
                .orElseGet(() -> offered.getFirst());
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    terrace.catalog.listings.Sort catalog() {
        return switch (this) {
            case FIT, SOLD -> terrace.catalog.listings.Sort.BEST_SELLING;
            case NEW -> terrace.catalog.listings.Sort.NEWEST;
            case CHEAP -> terrace.catalog.listings.Sort.PRICE_ASCENDING;
            case DEAR -> terrace.catalog.listings.Sort.PRICE_DESCENDING;
            case JIN -> terrace.catalog.listings.Sort.UNIT_PRICE;
        };
    }

    public terrace.search.query.Sort search() {
        return switch (this) {
            case FIT -> terrace.search.query.Sort.RELEVANCE;
            case SOLD -> terrace.search.query.Sort.BEST_SELLING;
            case NEW -> terrace.search.query.Sort.NEWEST;
            case CHEAP -> terrace.search.query.Sort.PRICE_ASCENDING;
            case DEAR -> terrace.search.query.Sort.PRICE_DESCENDING;
            case JIN -> terrace.search.query.Sort.UNIT_PRICE;
        };
    }

    /** The orders as tabs above a list. */
    public static List<Choice> tabs(
            Words words,
            Language language,
            List<ListOrder> offered,
            ListOrder chosen,
            Function<ListOrder, String> path) {
        return offered.stream()
                .map(order -> new Choice(
                        words.say(language, "shop.order." + order.slug()), path.apply(order), 0, order == chosen))
                .toList();
    }
}
