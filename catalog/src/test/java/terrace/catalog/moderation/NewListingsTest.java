package terrace.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Change.Field;
import terrace.catalog.moderation.Review.Kind;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** From the draft through review to the shelf. */
@MicronautTest(transactional = false)
class NewListingsTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();
    private static final UUID OTHER_OPERATOR = Ids.next();

    @Inject
    Moderation moderation;

    @Inject
    Inbox inbox;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Listings listings;

    @Inject
    Merchants merchants;

    @Inject
    SampleGoods goods;

    @Test
    void a_new_listing_goes_through_review_to_the_shelf() {
        UUID merchant = goods.merchant();
        NewListing draft = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.draft(draft);
        assertThat(moderation.submit(merchant, draft.id(), CLERK)).contains(new Submission.Submitted());
        assertThat(moderation.submit(merchant, draft.id(), CLERK)).contains(new Submission.Submitted());
        Review first = moderation.latest(draft.id()).orElseThrow();
        assertThat(first.kind()).isEqualTo(Kind.NEW);
        moderation.giveBack(first.id(), OPERATOR, "请写明等级");
        assertThat(status(draft)).isEqualTo(Status.DRAFT);
        moderation.submit(merchant, draft.id(), CLERK);
        Review second = moderation.latest(draft.id()).orElseThrow();
        moderation.approve(second.id(), OPERATOR);
        moderation.approve(second.id(), OTHER_OPERATOR);
        assertThat(listings.published(draft.id())).isPresent();
        assertThat(moderation.submit(merchant, draft.id(), CLERK)).contains(new Submission.AlreadyPublished());
    }

    @Test
    void who_can_mend_a_returned_listing_is_told_of_it_once() {
        UUID merchant = goods.merchant();
        UUID mender = colleague(merchant, StaffRole.GOODS);
        UUID packer = colleague(merchant, StaffRole.PACKER);
        NewListing draft = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.draft(draft);
        moderation.submit(merchant, draft.id(), CLERK);
        Review review = moderation.latest(draft.id()).orElseThrow();
        moderation.giveBack(review.id(), OPERATOR, "请写明等级");
        moderation.giveBack(review.id(), OPERATOR, "请写明等级");
        assertThat(inbox.of(mender, null, 10, false).messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains(draft.title(), "请写明等级");
            assertThat(message.path()).isEqualTo("/merchant/listings/" + draft.id());
        });
        assertThat(inbox.of(packer, null, 10, false).messages()).isEmpty();
    }

    private UUID colleague(UUID merchant, StaffRole role) {
        Registration made = accounts.create(Ids.next() + "@example.com", "terraces at dawn", "小红", Set.of(Role.MEMBER));
        UUID account = ((Registration.Registered) made).account().id();
        staff.join(merchant, account, role);
        return account;
    }

    @Test
    void an_operator_approves_only_words_he_saw() {
        UUID merchant = goods.merchant();
        NewListing draft = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.draft(draft);
        moderation.submit(merchant, draft.id(), CLERK);
        Review seen = moderation.latest(draft.id()).orElseThrow();
        Listing waiting = listings.locked(draft.id()).orElseThrow();
        save(waiting, titled(waiting, "悄悄换掉的标题"));
        assertThat(moderation.approve(seen.id(), OPERATOR).orElseThrow()).isInstanceOf(Decision.Overtaken.class);
        assertThat(listings.published(draft.id())).isEmpty();
    }

    @Test
    void a_merchant_suspended_meanwhile_sells_nothing_that_is_approved() {
        UUID merchant = goods.merchant();
        NewListing draft = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.draft(draft);
        moderation.submit(merchant, draft.id(), CLERK);
        merchants.suspend(merchant, Suspension.Reason.PAPERS, "", false, "test");
        moderation.approve(moderation.latest(draft.id()).orElseThrow().id(), OPERATOR);
        assertThat(listings.published(draft.id())).isEmpty();
        assertThat(listings.offShelfReasons(draft.id())).containsExactly(OffShelfReason.SUSPENDED);
    }

    private Saving save(Listing seen, NewListing wanted) {
        return moderation.save(seen.merchantId(), seen.version(), wanted, CLERK).orElseThrow();
    }

    private Status status(NewListing listing) {
        return listings.byIds(Set.of(listing.id())).values().iterator().next().status();
    }

    private static NewListing titled(Listing listing, String title) {
        return Sensitive.with(listing, List.of(new Change(Field.TITLE, null, listing.title(), title)));
    }
}
