package terrace.catalog.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.CategoryWords;
import terrace.catalog.categories.Direction;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.listings.Listing.Keeping;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class CardsTest {
    private static final int GOODS = 50;

    @Inject
    Listings listings;

    @Inject
    Assortment assortment;

    @Inject
    Categories categories;

    @Inject
    SampleGoods goods;

    @ParameterizedTest
    @EnumSource
    void paging_meets_every_card_once_and_in_order_though_many_are_equal(Sort sort) {
        List<Category> path = goods.path();
        List<UUID> ids = fill(path.getLast());
        for (Category category : path) {
            List<ListingCard> met = new ArrayList<>();
            @Nullable String after = null;
            do {
                Slice<ListingCard> slice = listings.inCategory(category.id(), sort, after, 7);
                met.addAll(slice.items());
                after = slice.nextAfter();
            } while (after != null);
            assertThat(met).extracting(ListingCard::id).containsExactlyInAnyOrderElementsOf(ids);
            switch (sort) {
                case BEST_SELLING ->
                    assertThat(met).isSortedAccordingTo(by(ListingCard::sold).reversed());
                case PRICE_ASCENDING -> assertThat(met).isSortedAccordingTo(by(ListingCard::priceFen));
                case PRICE_DESCENDING ->
                    assertThat(met)
                            .isSortedAccordingTo(by(ListingCard::priceFen).reversed());
                case UNIT_PRICE -> assertThat(met).isSortedAccordingTo(by(ListingCard::perJinFen));
                case NEWEST -> assertThat(met).hasSize(GOODS);
            }
        }
    }

    @Test
    void what_is_sold_by_the_piece_stands_last_in_the_order_of_prices_by_weight() {
        String slug = "tools-" + Ids.next();
        UUID tools = categories
                .define(new NewCategory(slug, null, "小农具", "Hand tools", 1, "0802"))
                .id();
        NewListing hoe = byThePiece(goods.listing(tools, 100));
        NewListing spade = byThePiece(goods.listing(tools, 50));
        NewListing dear = goods.listing(tools, 9_900);
        NewListing cheap = goods.listing(tools, 2_800);
        listings.publishAll(List.of(hoe, spade, dear, cheap));
        assertThat(byJin(tools)).containsExactly(cheap.id(), dear.id(), hoe.id(), spade.id());
        listings.amend(byThePiece(cheap));
        listings.amend(hoe.with(hoe.about().kept(new Keeping(Storage.AMBIENT, 90, "", false))));
        assertThat(byJin(tools)).containsExactly(hoe.id(), dear.id(), spade.id(), cheap.id());
        assertThat(listings.find(anyPriceByWeight(tools), Sort.UNIT_PRICE, null, 9)
                        .items())
                .extracting(ListingCard::id)
                .containsExactly(hoe.id(), dear.id());
    }

    private static NewListing byThePiece(NewListing listing) {
        return listing.with(listing.about().kept(new Keeping(Storage.AMBIENT, 0, "", false)));
    }

    /** A page each. */
    private List<UUID> byJin(UUID categoryId) {
        List<UUID> met = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<ListingCard> slice = listings.inCategory(categoryId, Sort.UNIT_PRICE, after, 1);
            slice.items().forEach(card -> met.add(card.id()));
            after = slice.nextAfter();
        } while (after != null);
        return met;
    }

    private static ListingCard.Wanted anyPriceByWeight(UUID categoryId) {
        return new ListingCard.Wanted(
                "",
                Set.of(categoryId),
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                List.of(),
                List.of(new ListingCard.Span(0, null)),
                List.of(),
                false);
    }

    @Test
    void goods_of_merchants_are_listed_by_the_way_they_go() {
        Category up = goods.path().getLast();
        Category down = goods.path().getLast();
        CategoryWords words = new CategoryWords(down.nameZh(), down.nameEn(), 1, false, null, null, Direction.DOWN);
        assertThat(assortment.change(down.slug(), down.version(), words, UUID.randomUUID()))
                .isPresent();
        UUID merchant = goods.merchant();
        NewListing rice = goods.listing(merchant, up.id(), 6250);
        NewListing hoe = goods.listing(merchant, down.id(), 3900);
        listings.publishAll(List.of(rice, hoe));
        assertThat(ids(merchant, Direction.UP)).containsExactly(rice.id());
        assertThat(ids(merchant, Direction.DOWN)).containsExactly(hoe.id());
        assertThat(listings.going(Direction.DOWN, "53", Set.of(), 200))
                .extracting(ListingCard::id)
                .contains(hoe.id())
                .doesNotContain(rice.id());
    }

    private List<UUID> ids(UUID merchant, Direction way) {
        return listings.going(way, null, Set.of(merchant), 9).stream()
                .map(ListingCard::id)
                .toList();
    }

    @Test
    void a_cursor_nobody_wrote_or_of_another_order_begins_at_the_beginning() {
        Category leaf = goods.path().getLast();
        fill(leaf);
        Slice<ListingCard> first = listings.inCategory(leaf.id(), Sort.UNIT_PRICE, null, 5);
        String cheapest =
                listings.inCategory(leaf.id(), Sort.PRICE_ASCENDING, null, 5).nextAfter();
        for (String odd : new @Nullable String[] {"", "%%%", "AAAA", cheapest}) {
            assertThat(listings.inCategory(leaf.id(), Sort.UNIT_PRICE, odd, 5)).isEqualTo(first);
        }
    }

    @Test
    void the_last_full_page_knows_that_nothing_follows() {
        Category leaf = goods.path().getLast();
        fill(leaf);
        assertThat(listings.inCategory(leaf.id(), Sort.NEWEST, null, GOODS).nextAfter())
                .isNull();
    }

    @Test
    void titles_are_searched_by_all_words_and_signs_of_patterns_are_plain_letters() {
        Category leaf = goods.path().getLast();
        fill(leaf);
        assertThat(titles("红米 梯田", leaf)).hasSize(GOODS);
        assertThat(titles("红米 苹果", leaf)).isEmpty();
        assertThat(titles("%", leaf)).isEmpty();
        assertThat(titles("哈_梯", leaf)).isEmpty();
    }

    @Test
    void a_province_and_a_merchant_have_pages_of_their_own() {
        NewListing listing = goods.listing(goods.path().getLast().id(), 100);
        listings.publishAll(List.of(listing));
        assertThat(listings.ofMerchant(listing.merchantId(), Sort.NEWEST, null, 5)
                        .items())
                .extracting(ListingCard::id)
                .containsExactly(listing.id());
        // other tests publish by a clock they moved, so this is not the newest of all
        assertThat(listings.inProvince("53", Sort.NEWEST, null, 200).items())
                .extracting(ListingCard::id)
                .contains(listing.id());
        assertThat(listings.first(Sort.NEWEST, 200)).extracting(ListingCard::id).contains(listing.id());
        assertThat(listings.inProvince("11", Sort.BEST_SELLING, null, 5).items())
                .isEmpty();
    }

    private List<ListingCard> titles(String text, Category category) {
        ListingCard.Wanted wanted = new ListingCard.Wanted(
                text,
                Set.of(category.id()),
                Set.of("53"),
                Set.of(),
                null,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
        return listings.find(wanted, Sort.BEST_SELLING, null, 100).items();
    }

    private static Comparator<ListingCard> by(java.util.function.ToLongFunction<ListingCard> key) {
        return Comparator.comparingLong(key);
    }

    private List<UUID> fill(Category category) {
        List<NewListing> all = new ArrayList<>();
        Map<UUID, Long> sold = new HashMap<>();
        for (int i = 0; i < GOODS; i++) {
            NewListing listing = goods.listing(category.id(), 100 + i % 6);
            all.add(listing);
            sold.put(listing.id(), (long) i % 4);
        }
        listings.publishAll(all);
        listings.soldMore(sold);
        assertThat(new HashSet<>(sold.keySet())).hasSize(GOODS);
        return all.stream().map(NewListing::id).toList();
    }
}
