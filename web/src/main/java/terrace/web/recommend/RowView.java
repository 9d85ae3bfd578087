package terrace.web.recommend;

import java.util.List;
import java.util.Map;
import terrace.web.shop.Card;

/**
 * Recommendations under a heading, in the reader's words.
 *
 * @param reasons why each is shown, by its id
 */
public record RowView(String heading, List<Card> cards, Map<String, String> reasons) {}
