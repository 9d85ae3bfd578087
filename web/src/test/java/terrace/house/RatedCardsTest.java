package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.ratings.Ratings;

/** Cards of goods say what buyers think of them. */
class RatedCardsTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    @Test
    void stars_and_their_number_stand_on_the_card_and_nothing_where_nobody_said() {
        UUID rated = Stall.open("rated").listingId();
        HOUSE.door(Ratings.class).tell(Set.of(rated), ids -> Map.of(rated, new Rating(3, 14)));
        assertThat(shop("rated")).contains("★4.7 (3)").contains("aria-label=\"评分 4.7，3 条评价\"");
        Stall.open("unrated");
        assertThat(shop("unrated")).contains("/listings/").doesNotContain("★");
    }

    private static String shop(String code) {
        return HOUSE.answer(Caller.stranger().ask("/merchants/" + code)).body();
    }
}
