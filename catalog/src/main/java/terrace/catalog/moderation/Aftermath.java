package terrace.catalog.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.expiry.Expiries;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.moderation.Review.Kind;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRight;

/** What follows an operator's word: it comes true, or those who can mend the goods are told. */
@Singleton
class Aftermath {
    private final Listings listings;
    private final PhotoReviews photos;
    private final Merchants merchants;
    private final Expiries expiries;
    private final Staff staff;
    private final Inbox inbox;

    Aftermath(
            Listings listings, PhotoReviews photos, Merchants merchants, Expiries expiries, Staff staff, Inbox inbox) {
        this.listings = listings;
        this.photos = photos;
        this.merchants = merchants;
        this.expiries = expiries;
        this.staff = staff;
        this.inbox = inbox;
    }

    /** Those of the merchant's people who can mend it. */
    void tell(Listing listing, UUID reviewId, String reason) {
        List<UUID> menders = staff.of(listing.merchantId()).stream()
                .filter(member -> member.role().rights().contains(StaffRight.GOODS))
                .map(StaffMember::accountId)
                .toList();
        inbox.tellAll(
                menders,
                new News(
                        NewsKind.GOODS,
                        "listing-returned:" + reviewId,
                        "listing.returned",
                        List.of(listing.title(), reason),
                        "/merchant/listings/" + listing.id(),
                        false));
    }

    void comeTrue(Review review, NewListing wanted) {
        if (review.kind() == Kind.CHANGE) {
            listings.amend(wanted);
            for (Change change : review.changes()) {
                UUID priced = change.skuId();
                if (priced != null) {
                    listings.priceReviewed(priced);
                }
            }
            photos.comeTrue(review);
            return;
        }
        listings.publish(wanted.id());
        photos.release(wanted.id());
        // a merchant suspended in the meantime: the event that tells of it found no published listing
        if (!merchants.selling(Set.of(wanted.merchantId())).contains(wanted.merchantId())) {
            listings.withdraw(wanted.id(), OffShelfReason.SUSPENDED);
        }
        expiries.check(wanted.merchantId(), wanted.id());
    }
}
