package terrace.catalog.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.desk.BulkLine.Effect;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Slice;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.stock.Stock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class OwnGoodsTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    OwnGoods own;

    @Inject
    Listings listings;

    @Inject
    Moderation moderation;

    @Inject
    Stock stock;

    @Inject
    SampleGoods goods;

    @Test
    void goods_are_found_by_their_state() {
        UUID merchant = goods.merchant();
        UUID category = goods.path().getLast().id();
        List<NewListing> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(goods.listing(merchant, category, 6250));
        }
        // ids of one millisecond are in no order, and pages are in the order of ids
        made.sort(Comparator.comparing(listing -> listing.id().toString()));
        listings.publishAll(made.subList(0, 3));
        stock.receive(sku(made.get(0)), 3, "");
        stock.receive(sku(made.get(1)), 3, "");
        stock.watch(merchant, sku(made.get(1)), 5);
        stock.watch(merchant, sku(made.get(0)), 2);
        listings.withdraw(made.get(0).id(), OffShelfReason.OWN_CHOICE);
        listings.draft(made.get(3));
        listings.draft(made.get(4));
        moderation.submit(merchant, made.get(4).id(), CLERK);
        assertThat(ids(merchant, GoodsState.ALL)).hasSize(5);
        assertThat(ids(merchant, GoodsState.ON_SALE))
                .containsExactly(made.get(2).id(), made.get(1).id());
        assertThat(ids(merchant, GoodsState.OFF)).containsExactly(made.get(0).id());
        assertThat(ids(merchant, GoodsState.DRAFT)).containsExactly(made.get(3).id());
        assertThat(ids(merchant, GoodsState.IN_REVIEW))
                .containsExactly(made.get(4).id());
        assertThat(ids(merchant, GoodsState.SOLD_OUT))
                .containsExactly(made.get(2).id());
        assertThat(ids(merchant, GoodsState.LOW)).containsExactly(made.get(1).id());
        assertThat(stock.low(merchant, 10)).containsExactly(sku(made.get(1)));
        Slice<OwnListing> page = own.page(merchant, GoodsState.ALL, null, 2);
        assertThat(own.page(merchant, GoodsState.ALL, UUID.fromString(page.nextAfter()), 2)
                        .items())
                .extracting(OwnListing::id)
                .containsExactly(made.get(2).id(), made.get(1).id());
    }

    @Test
    void off_and_on_again_by_choice_lifts_no_other_reason() {
        Listing listing = goods.published(6250);
        assertThat(carryOut(listing, new BulkAct.PutBack())).isEqualTo(Effect.SAME);
        assertThat(carryOut(listing, new BulkAct.TakeOff())).isEqualTo(Effect.GOES_OFF);
        assertThat(carryOut(listing, new BulkAct.TakeOff())).isEqualTo(Effect.SAME);
        listings.withdraw(listing.id(), OffShelfReason.PAPER_EXPIRED);
        assertThat(carryOut(listing, new BulkAct.PutBack())).isEqualTo(Effect.KEPT_OFF);
        assertThat(listings.published(listing.id())).isEmpty();
        listings.restore(listing.id(), OffShelfReason.PAPER_EXPIRED);
        assertThat(listings.published(listing.id())).isPresent();
    }

    @Test
    void prices_change_as_previewed_and_only_once() {
        Listing listing = goods.published(6250, 9999);
        BulkAct act = new BulkAct.Percent(-10);
        assertThat(own.preview(listing.merchantId(), Set.of(listing.id()), act).orElseThrow())
                .extracting(BulkLine::afterFen, BulkLine::effect)
                .containsExactly(org.assertj.core.api.Assertions.tuple(5625L, Effect.REPRICED));
        assertThat(price(listing)).isEqualTo(6250);
        assertThat(carryOut(listing, act)).isEqualTo(Effect.REPRICED);
        assertThat(carryOut(listing, act)).isEqualTo(Effect.CHANGED_MEANWHILE);
        assertThat(price(listing)).isEqualTo(5625);
        assertThat(listings.published(listing.id())
                        .orElseThrow()
                        .skus()
                        .getLast()
                        .priceFen())
                .isEqualTo(8999);
    }

    @Test
    void a_steep_rise_waits_and_an_impossible_price_is_left_alone() {
        Listing listing = goods.published(6250);
        assertThat(carryOut(listing, new BulkAct.Amount(-6250))).isEqualTo(Effect.PRICE_RANGE);
        assertThat(carryOut(listing, new BulkAct.Percent(31))).isEqualTo(Effect.WAITS);
        assertThat(price(listing)).isEqualTo(6250);
        moderation.approve(moderation.latest(listing.id()).orElseThrow().id(), CLERK);
        assertThat(price(listing)).isEqualTo(8188);
    }

    @Test
    void one_listing_of_somebody_else_and_nothing_is_there() {
        Listing mine = goods.published(6250);
        Listing theirs = goods.published(6250);
        Set<UUID> both = Set.of(mine.id(), theirs.id());
        assertThat(own.preview(mine.merchantId(), both, new BulkAct.TakeOff())).isEmpty();
        assertThat(own.carryOut(
                        mine.merchantId(), Map.of(mine.id(), 1L, theirs.id(), 1L), new BulkAct.TakeOff(), CLERK))
                .isEmpty();
        assertThat(listings.published(mine.id())).isPresent();
        assertThat(own.of(mine.merchantId(), theirs.id())).isEmpty();
    }

    private Effect carryOut(Listing listing, BulkAct act) {
        return own.carryOut(listing.merchantId(), Map.of(listing.id(), listing.version()), act, CLERK)
                .orElseThrow()
                .getFirst()
                .effect();
    }

    private long price(Listing listing) {
        return listings.byIds(Set.of(listing.id()))
                .values()
                .iterator()
                .next()
                .card()
                .priceFen();
    }

    private List<UUID> ids(UUID merchant, GoodsState state) {
        return own.page(merchant, state, null, 50).items().stream()
                .map(OwnListing::id)
                .toList();
    }

    private static UUID sku(NewListing listing) {
        return listing.skus().getFirst().id();
    }
}
