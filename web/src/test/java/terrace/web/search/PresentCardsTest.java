package terrace.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.house.OpenHouse;
import terrace.house.Stall;
import terrace.marketplace.ids.Ids;
import terrace.search.filters.Facets;
import terrace.search.query.Hit;
import terrace.search.query.Results;
import terrace.search.query.Source;

class PresentCardsTest {
    private final Listings listings = OpenHouse.enter().door(Listings.class);

    @Test
    void a_card_from_the_index_says_the_catalogues_price_and_the_one_before() {
        UUID reduced = Stall.open("reduced").listingId();
        ListingCard late = listings.cardsByIds(List.of(reduced)).getFirst();
        UUID sku = listings.published(reduced).orElseThrow().skus().getFirst().id();
        listings.changePrice(sku, late.priceFen() - 500);
        ListingCard gone = card(Ids.next(), late);
        List<ListingCard> shown = SearchPages.present(listings, found(List.of(card(gone.id(), late), late)));
        assertThat(shown).extracting(ListingCard::id).containsExactly(gone.id(), reduced);
        assertThat(shown.getFirst()).isEqualTo(gone);
        assertThat(shown.getLast().priceFen()).isEqualTo(late.priceFen() - 500);
        assertThat(shown.getLast().wasFen()).isEqualTo(late.priceFen());
        assertThat(SearchPages.present(listings, found(List.of()))).isEmpty();
    }

    private static ListingCard card(UUID id, ListingCard like) {
        return new ListingCard(
                id,
                like.title(),
                like.merchantId(),
                like.countyCode(),
                like.motif(),
                like.priceFen(),
                like.grams(),
                like.perJinFen(),
                like.sold(),
                like.rating(),
                like.inStock(),
                null);
    }

    private static Results found(List<ListingCard> cards) {
        return new Results(
                cards.stream().map(card -> new Hit(card, List.of())).toList(),
                cards.size(),
                Facets.NONE,
                null,
                Source.INDEX,
                "",
                List.of(),
                Set.of(),
                false);
    }
}
