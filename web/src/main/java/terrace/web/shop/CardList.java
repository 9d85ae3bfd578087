package terrace.web.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Slice;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/**
 * A page of a sorted list of goods and the ways on from it.
 *
 * @param next path of the page after this one, null at the end
 * @param first path of page one, null when this is it
 */
public record CardList(
        List<Card> cards,
        List<Choice> orders,
        @Nullable String next,
        @Nullable String first) {
    public static final int PAGE_SIZE = 24;

    /**
     * What an address says about a list: its path without query, an order, and after which card to begin.
     *
     * @param after null for page one
     */
    record Asked(
            String path,
            List<ListOrder> offered,
            ListOrder order,
            @Nullable String after) {
        static Asked of(String path, List<ListOrder> offered, String order, String after) {
            return new Asked(path, offered, ListOrder.read(order, offered), after.isEmpty() ? null : after);
        }

        String sortedBy(ListOrder order) {
            return order == offered.getFirst() ? path : path + "?sort=" + order.slug();
        }

        /** Cursors of the catalogue are made of characters that need no escaping in an address. */
        String continuedAfter(String cursor) {
            return path + "?sort=" + order.slug() + "&after=" + cursor;
        }
    }

    static CardList of(Words words, Language language, Asked asked, Slice<ListingCard> found, List<Card> cards) {
        String next = found.nextAfter();
        return new CardList(
                cards,
                ListOrder.tabs(words, language, asked.offered(), asked.order(), asked::sortedBy),
                next == null ? null : asked.continuedAfter(next),
                asked.after() == null ? null : asked.sortedBy(asked.order()));
    }
}
