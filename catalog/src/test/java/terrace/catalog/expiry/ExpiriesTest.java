package terrace.catalog.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.moderation.Moderation;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventName;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.filedpapers.PaperWatch;
import terrace.marketplace.filedpapers.Renewal;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;

@MicronautTest(transactional = false)
class ExpiriesTest {
    @Inject
    Expiries expiries;

    @Inject
    FiledPapers filed;

    @Inject
    PaperWatch watch;

    @Inject
    Papers papers;

    @Inject
    Accounts accounts;

    @Inject
    Listings listings;

    @Inject
    Moderation moderation;

    @Inject
    SampleGoods goods;

    @Inject
    EventWorker worker;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void goods_leave_for_each_ended_paper_and_come_back_when_all_are_renewed() throws IOException {
        UUID merchant = goods.merchant();
        UUID owner = account();
        UUID permit = handIn(owner, PaperKind.FOOD_PERMIT, clock.today());
        UUID licence = handIn(owner, PaperKind.BUSINESS_LICENCE, clock.today());
        UUID card = handIn(owner, PaperKind.ID_FRONT, clock.today());
        filed.file(merchant, owner, "test");
        UUID listing = onShelf(merchant);
        UUID other = onShelf(goods.merchant());
        clock.shift(Duration.ofDays(1));
        jobs.run("watch-papers");
        worker.drain();
        assertThat(listings.published(listing)).isEmpty();
        assertThat(listings.offShelfReasons(listing)).containsExactly(OffShelfReason.PAPER_EXPIRED);
        assertThat(listings.published(other)).as("another merchant's").isPresent();
        listings.withdraw(listing, OffShelfReason.OWN_CHOICE);

        renew(merchant, owner, permit);
        assertThat(listings.offShelfReasons(listing))
                .as("the licence is missing still")
                .containsExactlyInAnyOrder(OffShelfReason.PAPER_EXPIRED, OffShelfReason.OWN_CHOICE);
        expiries.follow(merchant, permit, null);
        renew(merchant, owner, licence);
        expiries.follow(merchant, licence, null);
        expiries.follow(merchant, card, null);
        expiries.follow(merchant, Ids.next(), null);
        assertThat(listings.offShelfReasons(listing)).containsExactly(OffShelfReason.OWN_CHOICE);
        listings.restore(listing, OffShelfReason.OWN_CHOICE);
        assertThat(listings.published(listing)).isPresent();
    }

    @Test
    void what_is_approved_while_a_paper_is_missing_waits_for_it() throws IOException {
        UUID merchant = goods.merchant();
        UUID owner = account();
        UUID permit = handIn(owner, PaperKind.FOOD_PERMIT, clock.today());
        filed.file(merchant, owner, "test");
        clock.shift(Duration.ofDays(1));
        jobs.run("watch-papers");
        worker.drain();
        NewListing draft = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.draft(draft);
        moderation.submit(merchant, draft.id(), owner);
        moderation.approve(moderation.latest(draft.id()).orElseThrow().id(), Ids.next());
        assertThat(listings.offShelfReasons(draft.id())).containsExactly(OffShelfReason.PAPER_EXPIRED);
        renew(merchant, owner, permit);
        assertThat(listings.published(draft.id())).isPresent();
    }

    @Test
    void the_next_piece_is_stored_in_the_form_that_older_rows_have() throws IOException {
        UUID id = UUID.fromString("01931c2e-7c4a-7b1e-8f00-0123456789ab");
        ExpiryToGoOn event = new ExpiryToGoOn(id, id, id);
        String stored = "{\"merchantId\":\"" + id + "\",\"paperId\":\"" + id + "\",\"after\":\"" + id + "\"}";
        assertThat(json.writeValueAsString(event)).isEqualTo(stored);
        assertThat(json.readValue(stored, ExpiryToGoOn.class)).isEqualTo(event);
        assertThat(ExpiryToGoOn.class.getAnnotation(EventName.class).value()).isEqualTo("listings.expiry-to-go-on");
    }

    private UUID onShelf(UUID merchant) {
        NewListing listing = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.publishAll(List.of(listing));
        return listing.id();
    }

    private void renew(UUID merchant, UUID owner, UUID paper) throws IOException {
        NewPaper newer = new NewPaper(PaperKind.OTHER, "2", clock.today().plusYears(1));
        Renewal renewal = filed.renew(merchant, paper, owner, newer, photo()).orElseThrow();
        watch.approve(account(), ((Renewal.Waiting) renewal).paper().paperId());
        worker.drain();
    }

    private UUID handIn(UUID owner, PaperKind kind, LocalDate until) throws IOException {
        var taken = papers.add(owner, new NewPaper(kind, "1", until), photo());
        return ((PaperIntake.Taken) taken).paper().id();
    }

    private UUID account() {
        var created =
                accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
