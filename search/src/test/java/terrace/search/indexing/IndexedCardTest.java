package terrace.search.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard.Rating;

class IndexedCardTest {
    @Test
    void a_card_is_unpacked_as_it_was_packed() {
        var card = new IndexedCard(
                UUID.fromString("0198a000-0000-7000-8000-000000000001"),
                "哈尼红米 2.5 公斤 😋",
                UUID.fromString("0198a000-0000-7000-8000-000000000002"),
                "532529",
                "red-rice-53-4.svg",
                6_250,
                2_500,
                1_250,
                8_012,
                new Rating(23, 110),
                true,
                1_795_000_000_000L,
                UUID.fromString("0198a000-0000-7000-8000-000000000003"));

        assertEquals(card, IndexedCard.unpacked(card.packed()));
    }
}
