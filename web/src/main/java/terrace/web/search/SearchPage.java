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
 * @param ignored names of filters that do nothing meanwhile
 * @param chosen filters that hold
 * @param kept parts of the search that the form of prices carries along
 * @param spans titles cut where they answer the words, by card
 * @param meant what may have been meant, when little was found
 * @param related other searches near this one
 * @param help shown when nothing was found, else null
 */
record SearchPage(
        String q,
        long total,
        boolean plain,
        List<String> ignored,
        List<Choice> chosen,
        String clear,
        List<Group> groups,
        List<SearchQuery.Kept> kept,
        String min,
        String max,
        CardList list,
        Map<String, List<TitleSpan>> spans,
        List<Choice> meant,
        List<Choice> related,
        @Nullable Help help) {

    /** One facet; {@code open} when its choices are seen at once. */
    record Group(String title, boolean open, List<Choice> choices) {}

    /**
     * @param lift each leads to the search without one of its filters, with what it would find
     * @param pavilion of the province that was chosen, else all
     * @param near goods of what was chosen, whatever they are called
     * @param nearBest the near goods are only what sells best of all
     */
    record Help(List<Choice> lift, Choice pavilion, List<Card> near, boolean nearBest) {}
}
