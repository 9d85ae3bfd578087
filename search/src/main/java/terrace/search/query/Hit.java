package terrace.search.query;

import java.util.List;
import terrace.catalog.listings.ListingCard;

/**
 * One of the goods found. Price and stock are what the index knows, about a second old; whoever promises them asks
 * the catalogue again.
 *
 * @param title the card's title cut into spans
 */
public record Hit(ListingCard card, List<TitleSpan> title) {}
