package terrace.catalog.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Slice;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class LotsTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    Lots lots;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Test
    void a_lot_sent_twice_is_recorded_once_and_found_by_what_is_on_the_bag() {
        Listing listing = goods.published(6250);
        NewLot harvest = harvest(listing, clock.today().minusDays(3), 1_000_000);
        Lot lot = recorded(listing, harvest);
        assertThat(recorded(listing, harvest)).isEqualTo(lot);
        assertThat(lot.code()).matches("[2-9A-Z]{8}");
        assertThat(lots.byCode(" " + lot.code().toLowerCase(Locale.ROOT))).contains(lot);
        assertThat(lots.byCode("none")).isEmpty();
        assertThat(lots.ofMerchant(listing.merchantId(), null, 10).items()).containsExactly(lot);
    }

    @Test
    void a_listing_shows_the_lot_harvested_last_whatever_was_recorded_last() {
        Listing listing = goods.published(6250);
        Lot young = recorded(listing, harvest(listing, clock.today().minusDays(1), 1));
        recorded(listing, harvest(listing, clock.today().minusDays(40), 1));
        assertThat(lots.newest(listing.id())).contains(young);
        Slice<Lot> first = lots.ofMerchant(listing.merchantId(), null, 1);
        assertThat(lots.ofMerchant(listing.merchantId(), UUID.fromString(first.nextAfter()), 1)
                        .items())
                .containsExactly(young);
    }

    @Test
    void what_cannot_be_true_is_refused_and_somebody_elses_listing_is_not_there() {
        Listing listing = goods.published(6250);
        NewLot wrong = new NewLot(
                Ids.next(),
                listing.id(),
                clock.today().plusDays(1),
                "999999",
                "村".repeat(61),
                0,
                "证".repeat(61),
                "x".repeat(4_001));
        assertThat(lots.record(listing.merchantId(), wrong, CLERK))
                .contains(new Recording.Refused(Set.of(Recording.Fault.values())));
        assertThat(lots.record(Ids.next(), harvest(listing, clock.today(), 1), CLERK))
                .isEmpty();
    }

    private Lot recorded(Listing listing, NewLot lot) {
        Recording recording = lots.record(listing.merchantId(), lot, CLERK).orElseThrow();
        assertThat(recording).isInstanceOf(Recording.Recorded.class);
        return ((Recording.Recorded) recording).lot();
    }

    private static NewLot harvest(Listing listing, LocalDate day, long grams) {
        return new NewLot(Ids.next(), listing.id(), day, SampleGoods.RED_RIVER, "甲寅镇", grams, "LB-03", "重金属未检出。");
    }
}
