package terrace.catalog.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Slice;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Review;
import terrace.catalog.stock.Harvests;
import terrace.catalog.stock.NewHarvest;
import terrace.catalog.stock.Stock;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class OwnStockTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    OwnStock own;

    @Inject
    OwnGoods ownGoods;

    @Inject
    Listings listings;

    @Inject
    Moderation moderation;

    @Inject
    Stock stock;

    @Inject
    Harvests harvests;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Test
    void every_size_is_shown_once_page_by_page_and_what_runs_low_by_itself() {
        UUID merchant = goods.merchant();
        List<UUID> skus = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            NewListing listing = listing(merchant, 6250, 9900, 19900);
            listings.publishAll(List.of(listing));
            listing.skus().forEach(sku -> skus.add(sku.id()));
        }
        stock.receive(skus.get(4), 3, "");
        stock.watch(merchant, skus.get(4), 5);
        stock.watch(merchant, skus.get(5), 0);
        List<UUID> seen = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            Slice<StockLine> page = own.page(merchant, false, after, 4);
            page.items().forEach(line -> seen.add(line.skuId()));
            after = page.nextAfter() == null ? null : UUID.fromString(page.nextAfter());
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(skus).doesNotHaveDuplicates();
        assertThat(own.page(merchant, true, null, 10).items()).singleElement().satisfies(line -> {
            assertThat(line.skuId()).isEqualTo(skus.get(4));
            assertThat(line.level().available()).isEqualTo(3);
        });
        assertThat(own.page(Ids.next(), false, null, 10).items()).isEmpty();
        assertThat(own.tally(merchant)).isEqualTo(new GoodsTally(true, 1, 0, 0, 0));
        assertThat(own.tally(Ids.next())).isEqualTo(new GoodsTally(false, 0, 0, 0, 0));
    }

    @Test
    void what_was_sent_back_is_counted_until_it_is_handed_in_again() {
        UUID merchant = goods.merchant();
        NewListing draft = listing(merchant, 6250);
        listings.draft(draft);
        moderation.submit(merchant, draft.id(), CLERK);
        assertThat(own.tally(merchant)).isEqualTo(new GoodsTally(true, 0, 1, 0, 0));
        Review review = moderation.latest(draft.id()).orElseThrow();
        moderation.giveBack(review.id(), Ids.next(), "请写净重");
        assertThat(own.tally(merchant)).isEqualTo(new GoodsTally(true, 0, 0, 1, 0));
        assertThat(ownGoods.page(merchant, GoodsState.RETURNED, null, 10).items())
                .extracting(OwnListing::id)
                .containsExactly(draft.id());
        moderation.submit(merchant, draft.id(), CLERK);
        assertThat(own.tally(merchant)).isEqualTo(new GoodsTally(true, 0, 1, 0, 0));
        assertThat(ownGoods.page(merchant, GoodsState.RETURNED, null, 10).items())
                .isEmpty();
    }

    @Test
    void goods_are_found_by_a_word_of_their_title() {
        UUID merchant = goods.merchant();
        NewListing listing = listing(merchant, 6250);
        listings.publishAll(List.of(listing));
        String word = listing.title().substring(1, 3);
        assertThat(ownGoods.page(merchant, GoodsState.ALL, word, null, 10).items())
                .hasSize(1);
        assertThat(ownGoods.page(merchant, GoodsState.ALL, "没有%这样_的", null, 10).items())
                .isEmpty();
    }

    @Test
    void more_sold_early_than_will_come_is_counted() {
        UUID merchant = goods.merchant();
        NewListing listing = listing(merchant, 6250);
        listings.publishAll(List.of(listing));
        UUID sku = listing.skus().getFirst().id();
        var day = clock.today().plusDays(30);
        UUID harvest = Ids.next();
        harvests.expect(merchant, new NewHarvest(harvest, listing.id(), sku, day, 10, 80), CLERK);
        stock.hold(Ids.next(), Map.of(sku, 8L), Map.of(sku, day), clock.now().plusSeconds(900));
        assertThat(own.tally(merchant).overPromised()).isZero();
        harvests.change(merchant, harvest, 7, 80);
        assertThat(own.tally(merchant).overPromised()).isEqualTo(1);
    }

    private NewListing listing(UUID merchant, long... prices) {
        return goods.listing(merchant, goods.path().getLast().id(), prices);
    }
}
