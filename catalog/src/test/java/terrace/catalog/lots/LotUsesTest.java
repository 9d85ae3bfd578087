package terrace.catalog.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.SampleGoods;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class LotUsesTest {
    private static final long GRAMS = 500;

    @Inject
    LotUses uses;

    @Inject
    Lots lots;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void what_was_harvested_first_goes_out_first_and_a_line_may_need_two_lots() {
        Listing listing = goods.published(6250);
        Lot young = lot(listing, 3, 10);
        Lot old = lot(listing, 20, 2);
        assertThat(uses.open(listing.merchantId(), Set.of(listing.id())))
                .containsEntry(listing.id(), List.of(new OpenLot(old, 2 * GRAMS), new OpenLot(young, 10 * GRAMS)));
        assertThat(assigned(listing, need(listing, "o-1", 3)))
                .containsExactly(
                        new Origin(old.id(), old.code(), old.harvestedOn(), 2),
                        new Origin(young.id(), young.code(), young.harvestedOn(), 1));
        assertThat(uses.sentGrams(Set.of(old.id(), young.id())))
                .isEqualTo(Map.of(old.id(), 2 * GRAMS, young.id(), GRAMS));
    }

    @Test
    void the_same_line_twice_is_served_once() {
        Listing listing = goods.published(6250);
        Lot lot = lot(listing, 3, 10);
        Need need = need(listing, "o-" + Ids.next(), 4);
        assertThat(assigned(listing, need)).isEqualTo(assigned(listing, need));
        assertThat(uses.sentGrams(Set.of(lot.id()))).isEqualTo(Map.of(lot.id(), 4 * GRAMS));
    }

    @Test
    void without_a_lot_or_with_too_little_nothing_is_made_up() {
        Listing listing = goods.published(6250);
        assertThat(uses.assign(listing.merchantId(), List.of(need(listing, "o-1", 1))))
                .isEqualTo(new Assignment.Assigned(Map.of()));
        Lot lot = lot(listing, 3, 1);
        assertThat(assigned(listing, need(listing, "o-" + Ids.next(), 5)))
                .containsExactly(new Origin(lot.id(), lot.code(), lot.harvestedOn(), 1));
        assertThat(assigned(listing, need(listing, "o-" + Ids.next(), 1))).isEmpty();
    }

    @Test
    void what_no_longer_keeps_is_sent_only_when_the_merchant_says_so() {
        Listing listing = goods.published(6250);
        Lot stale = lot(listing, listing.about().keeping().shelfLifeDays() + 5, 10);
        assertThat(uses.open(listing.merchantId(), Set.of(listing.id()))).isEmpty();
        assertThat(uses.assign(listing.merchantId(), List.of(need(listing, "o-1", 1))))
                .isEqualTo(new Assignment.Assigned(Map.of()));
        assertThat(assigned(listing, chosen(listing, 1, stale, false)))
                .containsExactly(new Origin(stale.id(), stale.code(), stale.harvestedOn(), 1));
    }

    @Test
    void more_than_a_lot_has_goes_out_only_when_it_is_said() {
        Listing listing = goods.published(6250);
        Lot lot = lot(listing, 3, 2);
        assertThat(uses.assign(listing.merchantId(), List.of(chosen(listing, 3, lot, false))))
                .isInstanceOfSatisfying(
                        Assignment.TooLittle.class,
                        little -> assertThat(little.left()).isEqualTo(2));
        assertThat(assigned(listing, chosen(listing, 3, lot, true)))
                .containsExactly(new Origin(lot.id(), lot.code(), lot.harvestedOn(), 3));
        assertThat(uses.open(listing.merchantId(), Set.of(listing.id()))).isEmpty();
    }

    @Test
    void somebody_elses_lot_and_that_of_other_goods_are_not_there() {
        Listing listing = goods.published(6250);
        Lot foreign = lot(goods.published(6250), 3, 10);
        assertThat(uses.assign(listing.merchantId(), List.of(chosen(listing, 1, foreign, true))))
                .isInstanceOf(Assignment.NoSuchLot.class);
        assertThat(uses.open(Ids.next(), Set.of(foreign.listingId()))).isEmpty();
    }

    @Test
    void of_ten_pieces_many_at_once_are_given_ten() throws Exception {
        Listing listing = goods.published(6250);
        Lot lot = lot(listing, 3, 10);
        List<Callable<Assignment>> race = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            Need need = need(listing, "race-" + Ids.next(), 1);
            race.add(() -> uses.assign(listing.merchantId(), List.of(need)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Assignment> future : threads.invokeAll(race)) {
                assertThat(future.get()).isInstanceOf(Assignment.Assigned.class);
            }
        }
        assertThat(uses.sentGrams(Set.of(lot.id()))).isEqualTo(Map.of(lot.id(), 10 * GRAMS));
    }

    @Test
    void the_database_itself_refuses_more_than_a_lot_has() {
        Listing listing = goods.published(6250);
        Lot lot = lot(listing, 3, 1);
        assertThatThrownBy(() -> transactions.executeWrite(status -> jdbc.prepareStatement("""
                        insert into catalog.lot_use (lot_id, reference, sku_id, quantity, grams)
                        values (?, 'x', ?, 2, 1000)
                        """, statement -> {
                    statement.setObject(1, lot.id());
                    statement.setObject(2, listing.skus().getFirst().id());
                    return statement.executeUpdate();
                })))
                .hasMessageContaining("does not have that much");
    }

    private List<Origin> assigned(Listing listing, Need need) {
        Assignment.Assigned assigned = (Assignment.Assigned) uses.assign(listing.merchantId(), List.of(need));
        return assigned.origins().getOrDefault(need.reference(), List.of());
    }

    private static Need need(Listing listing, String reference, long quantity) {
        return new Need(
                listing.id() + reference,
                listing.id(),
                listing.skus().getFirst().id(),
                GRAMS,
                quantity,
                null,
                false);
    }

    private static Need chosen(Listing listing, long quantity, Lot lot, boolean beyond) {
        UUID sku = listing.skus().getFirst().id();
        return new Need("chosen-" + Ids.next(), listing.id(), sku, GRAMS, quantity, lot.id(), beyond);
    }

    private Lot lot(Listing listing, int daysAgo, long pieces) {
        NewLot lot = new NewLot(
                Ids.next(),
                listing.id(),
                clock.today().minusDays(daysAgo),
                SampleGoods.RED_RIVER,
                "甲寅镇",
                pieces * GRAMS,
                "",
                "");
        return ((Recording.Recorded)
                        lots.record(listing.merchantId(), lot, Ids.next()).orElseThrow())
                .lot();
    }
}
