package terrace.catalog.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Sort;
import terrace.marketplace.events.EventName;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;

@MicronautTest(transactional = false)
class SuspensionsTest {
    @Inject
    Suspensions suspensions;

    @Inject
    Merchants merchants;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    EventWorker worker;

    @Inject
    ObjectMapper json;

    @Test
    void twelve_hundred_listings_go_and_come_back_in_pieces() {
        UUID merchant = goods.merchant();
        NewListing one = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.publishAll(IntStream.range(0, 1_200).mapToObj(i -> like(one)).toList());
        UUID own = listings.ofMerchant(merchant, Sort.NEWEST, null, 1)
                .items()
                .getFirst()
                .id();
        listings.withdraw(own, OffShelfReason.OWN_CHOICE);
        UUID suspension = suspend(merchant);
        worker.drain();
        assertThat(onShelf(merchant)).isEmpty();
        assertThat(listings.offShelfReasons(own))
                .containsExactlyInAnyOrder(OffShelfReason.SUSPENDED, OffShelfReason.OWN_CHOICE);
        merchants.lift(merchant, suspension, "test");
        worker.drain();
        assertThat(listings.offShelfReasons(own)).containsExactly(OffShelfReason.OWN_CHOICE);
        listings.restore(own, OffShelfReason.OWN_CHOICE);
        assertThat(onShelf(merchant)).hasSize(200);
        assertThat(merchantListings(merchant)).hasSize(1_200);
    }

    @Test
    void a_late_or_doubled_event_does_again_what_is_right_now() {
        UUID merchant = goods.merchant();
        NewListing listing = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.publishAll(List.of(listing));
        UUID suspension = suspend(merchant);
        worker.drain();
        suspensions.follow(merchant, null);
        assertThat(listings.offShelfReasons(listing.id())).containsExactly(OffShelfReason.SUSPENDED);
        merchants.lift(merchant, suspension, "test");
        // the news of the suspension comes once more, after the lifting
        suspensions.follow(merchant, null);
        assertThat(listings.published(listing.id())).isPresent();
        worker.drain();
        assertThat(listings.published(listing.id())).isPresent();
        UUID again = suspend(merchant);
        // the news of the reopening comes late
        suspensions.follow(merchant, null);
        assertThat(listings.published(listing.id())).isEmpty();
        merchants.lift(merchant, again, "test");
        worker.drain();
        assertThat(listings.published(listing.id())).isPresent();
    }

    @Test
    void the_next_piece_is_stored_in_the_form_that_older_rows_have() throws IOException {
        UUID id = UUID.fromString("01931c2e-7c4a-7b1e-8f00-0123456789ab");
        SuspensionToGoOn event = new SuspensionToGoOn(id, id);
        String stored = "{\"merchantId\":\"" + id + "\",\"after\":\"" + id + "\"}";
        assertThat(json.writeValueAsString(event)).isEqualTo(stored);
        assertThat(json.readValue(stored, SuspensionToGoOn.class)).isEqualTo(event);
        assertThat(SuspensionToGoOn.class.getAnnotation(EventName.class).value())
                .isEqualTo("listings.suspension-to-go-on");
    }

    private UUID suspend(UUID merchant) {
        return merchants
                .suspend(merchant, Suspension.Reason.PAPERS, "", false, "test")
                .id();
    }

    /** At most 200: as many as one look shows. */
    private List<?> onShelf(UUID merchant) {
        return listings.ofMerchant(merchant, Sort.NEWEST, null, 200).items();
    }

    private List<UUID> merchantListings(UUID merchant) {
        List<UUID> all = new java.util.ArrayList<>();
        String after = null;
        do {
            var slice = listings.ofMerchant(merchant, Sort.BEST_SELLING, after, 200);
            slice.items().forEach(card -> all.add(card.id()));
            after = slice.nextAfter();
        } while (after != null);
        return all;
    }

    private static NewListing like(NewListing one) {
        return new NewListing(
                Ids.next(), one.merchantId(), one.about(), List.of(new NewSku(Ids.next(), "袋", 6250, 2500, "")));
    }
}
