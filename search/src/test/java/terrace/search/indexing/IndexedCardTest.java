package terrace.search.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard.Rating;

class IndexedCardTest {
    /** Two numbers of eight bytes, and an id. */
    private static final int NEW_IN_EDITION_3 = 32;

    @Test
    void a_card_is_unpacked_as_it_was_packed() {
        IndexedCard card = card(new Rating(23, 110), UUID.fromString("0198a000-0000-7000-8000-000000000003"));
        assertEquals(card, IndexedCard.unpacked(card.packed()));
    }

    @Test
    void a_card_of_the_edition_before_is_read_while_the_new_index_is_built() {
        IndexedCard card = card(new Rating(0, 0), new UUID(0, 0));
        byte[] bytes = Base64.getDecoder().decode(card.packed());
        String before = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length - NEW_IN_EDITION_3));
        assertEquals(card, IndexedCard.unpacked(before));
    }

    private static IndexedCard card(Rating rating, UUID freight) {
        return new IndexedCard(
                UUID.fromString("0198a000-0000-7000-8000-000000000001"),
                "哈尼红米 2.5 公斤 😋",
                UUID.fromString("0198a000-0000-7000-8000-000000000002"),
                "532529",
                "red-rice-53-4.svg",
                6_250,
                2_500,
                1_250,
                8_012,
                rating,
                true,
                1_795_000_000_000L,
                freight);
    }
}
