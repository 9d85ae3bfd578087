package terrace.web.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.search.query.TitleSpan;
import terrace.web.shop.Card;
import terrace.web.shop.CardList;
import terrace.web.shop.Choice;

/**
 * What was found, and how to look on.
 *
 * @param q what was typed
 * @param total how many fit; not known, and so what this page holds, when {@code plain}
 * @param plain whether the database answered, because the index did not
 * @param chosen filters that hold
 * @param kept parts of the search that the form of prices carries along
 * @param spans titles cut where they answer the words, by card
 * @param help shown when nothing was found, else null
 */
record SearchPage(
        String q,
        long total,
        boolean plain,
        List<Choice> chosen,
        String clear,
        Groups groups,
        List<Kept> kept,
        String min,
        String max,
        boolean poor,
        boolean stock,
        CardList list,
        Map<String, List<TitleSpan>> spans,
        @Nullable Help help) {

    record Groups(List<Choice> categories, List<Choice> provinces, List<Choice> counties, List<Choice> prices) {}

    record Kept(String name, String value) {}

    /**
     * @param unfiltered how many fit the words alone, 0 when there are none either or nothing was filtered
     * @param meant words that begin alike and do find something
     */
    record Help(long unfiltered, List<Choice> meant, List<Card> best) {}
}
