package terrace.catalog.moderation;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Sku;
import terrace.catalog.listings.Slice;
import terrace.catalog.listings.Status;
import terrace.catalog.listings.VatKind;
import terrace.catalog.moderation.Review.Kind;
import terrace.catalog.moderation.Review.State;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;

/**
 * Lets merchants change their listings, and operators look first at what could mislead a shopper. Everything locks the
 * listing, then the review.
 */
@Singleton
public class Moderation {
    public static final int REASON_CHARS_MAX = 500;

    private final Listings listings;
    private final ReviewRows rows;
    private final Aftermath aftermath;
    private final Audit audit;

    Moderation(Listings listings, ReviewRows rows, Aftermath aftermath, Audit audit) {
        this.listings = listings;
        this.rows = rows;
        this.aftermath = aftermath;
        this.audit = audit;
    }

    /** The listing as its merchant wants it: as it is, with what waits for an operator. */
    @Connectable
    public NewListing wanted(Listing listing) {
        Review waiting = rows.waitingOf(listing.id());
        return Sensitive.with(listing, waiting == null ? List.of() : waiting.changes());
    }

    /** Whether something of it would wait for an operator. */
    @Connectable
    public boolean waits(Listing present, NewListing wanted) {
        return present.status() == Status.PUBLISHED
                && !Sensitive.changes(present, wanted).isEmpty();
    }

    /**
     * Saves a merchant's edited listing. Of a published one title, picture, origin, certificates and prices that rise
     * by more than 30 % (also by weight) wait for an operator while the old stay on sale; all else holds at once. What
     * waited before is overtaken by what is wanted now. Empty when the merchant has no such listing.
     *
     * @param version of the listing that the editor saw
     * @param edited with all SKUs the listing has, in their order, then new ones
     */
    @Transactional
    public Optional<Saving> save(UUID merchantId, long version, NewListing edited, UUID actor) {
        NewListing asked = edited.plain();
        Listing present = ofMerchant(merchantId, listings.locked(asked.id()));
        if (present == null) {
            return Optional.empty();
        }
        NewListing wanted = present.vatFixed()
                ? asked.with(asked.about().taxed(present.about().vatKind()))
                : asked;
        Review waiting = rows.waitingOf(present.id());
        NewListing other = Sensitive.with(present, waiting == null ? List.of() : waiting.changes());
        if (wanted.equals(other)) {
            return Optional.of(new Saving.Saved(present, waiting != null));
        }
        if (present.version() != version) {
            return Optional.of(new Saving.Conflict(present.version(), other));
        }
        if (!namesItsSkus(present, wanted)) {
            return Optional.empty();
        }
        Set<Fault> faults = faults(present, other, wanted);
        if (!faults.isEmpty()) {
            return Optional.of(new Saving.Refused(faults));
        }
        List<Change> changes = present.status() == Status.PUBLISHED
                ? PhotoReviews.beside(Sensitive.changes(present, wanted), waiting)
                : List.of();
        replace(present, waiting, changes, actor);
        listings.amend(present.status() == Status.PUBLISHED ? Sensitive.harmless(present, wanted) : wanted);
        Listing saved = listings.byIds(Set.of(present.id())).get(present.id());
        return Optional.of(new Saving.Saved(
                saved == null ? present : saved, !changes.isEmpty() || present.status() == Status.IN_REVIEW));
    }

    /** Goods on sale stay in a retired category, and when only prices change nobody asks for new attributes. */
    private Set<Fault> faults(Listing present, NewListing other, NewListing wanted) {
        Set<Fault> faults = listings.faults(wanted);
        if (present.status() != Status.PUBLISHED || faults.isEmpty()) {
            return faults;
        }
        Set<Fault> left = EnumSet.copyOf(faults);
        if (wanted.about().equals(other.about())) {
            left.removeAll(Fault.OF_LATER_RULES);
        } else if (wanted.about().categoryId().equals(present.categoryId())) {
            left.remove(Fault.CATEGORY_RETIRED);
        }
        return left;
    }

    /** What an operator has open must not be approved with words he never saw: a change makes a review of its own. */
    private void replace(Listing present, @Nullable Review waiting, List<Change> changes, UUID actor) {
        boolean sameChanges = waiting != null
                && waiting.kind() == Kind.CHANGE
                && waiting.changes().equals(changes);
        if (waiting != null && !sameChanges) {
            rows.overtake(waiting.id());
        }
        if (present.status() == Status.IN_REVIEW) {
            rows.add(Ids.next(), present.id(), present.merchantId(), Kind.NEW, actor, List.of());
        } else if (!changes.isEmpty() && !sameChanges) {
            rows.add(Ids.next(), present.id(), present.merchantId(), Kind.CHANGE, actor, changes);
        }
    }

    private boolean namesItsSkus(Listing present, NewListing wanted) {
        List<UUID> known = present.skus().stream().map(Sku::id).toList();
        List<UUID> named = wanted.skus().stream().map(NewSku::id).toList();
        Set<UUID> fresh = new HashSet<>(named);
        known.forEach(fresh::remove);
        return named.size() >= known.size()
                && named.subList(0, known.size()).equals(known)
                && fresh.size() == named.size() - known.size()
                && listings.skusByIds(fresh).isEmpty();
    }

    /** Gives a draft to the operators. Empty when the merchant has no such listing. */
    @Transactional
    public Optional<Submission> submit(UUID merchantId, UUID listingId, UUID actor) {
        Listing present = ofMerchant(merchantId, listings.locked(listingId));
        if (present == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (present.status()) {
                    case PUBLISHED -> new Submission.AlreadyPublished();
                    case IN_REVIEW -> new Submission.Submitted();
                    case DRAFT -> submitted(present, actor);
                });
    }

    private Submission submitted(Listing draft, UUID actor) {
        Set<Fault> faults = listings.faults(Sensitive.asIs(draft));
        if (!faults.isEmpty()) {
            return new Submission.Refused(faults);
        }
        listings.move(draft.id(), Status.DRAFT, Status.IN_REVIEW);
        rows.add(Ids.next(), draft.id(), draft.merchantId(), Kind.NEW, actor, List.of());
        return new Submission.Submitted();
    }

    /** What waits, oldest first, after the review given by id; null for the first page. */
    @Connectable
    public Slice<Review> waiting(@Nullable UUID after, int limit) {
        List<Review> found = rows.waiting(after == null ? null : rows.byId(after), limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Connectable
    public Optional<Review> byId(UUID id) {
        return Optional.ofNullable(rows.byId(id));
    }

    /** The last time an operator was asked about the listing. */
    @Connectable
    public Optional<Review> latest(UUID listingId) {
        return Optional.ofNullable(rows.latestOf(listingId));
    }

    /** What was asked for comes true. Safe to repeat; of two operators the first decides. Empty: no such review. */
    @Transactional
    public Optional<Decision> approve(UUID reviewId, UUID operator) {
        return decide(reviewId, State.APPROVED, operator, "");
    }

    /** The merchant shall mend it, for this reason; what is on sale stays as it is. Empty: no such review. */
    @Transactional
    public Optional<Decision> giveBack(UUID reviewId, UUID operator, String reason) {
        String said = reason.strip();
        return said.isEmpty() || said.length() > REASON_CHARS_MAX
                ? byId(reviewId).map(review -> new Decision.ReasonMissing())
                : decide(reviewId, State.RETURNED, operator, said);
    }

    private Optional<Decision> decide(UUID reviewId, State word, UUID operator, String reason) {
        Review seen = rows.byId(reviewId);
        Listing listing =
                seen == null ? null : listings.locked(seen.listingId()).orElse(null);
        Review review = rows.locked(reviewId);
        if (listing == null || review == null) {
            return Optional.empty();
        }
        if (review.state() != State.PENDING) {
            boolean same = review.state() == word && review.reason().equals(reason);
            return Optional.of(same ? new Decision.Done(review) : new Decision.Overtaken(review));
        }
        if (word == State.APPROVED) {
            NewListing wanted = Sensitive.with(listing, review.changes());
            Set<Fault> faults = new HashSet<>(listings.faults(wanted));
            if (review.kind() == Kind.CHANGE) {
                faults.removeAll(Fault.OF_LATER_RULES);
            }
            if (!faults.isEmpty()) {
                return Optional.of(new Decision.Refused(faults));
            }
            aftermath.comeTrue(review, wanted);
        } else if (review.kind() == Kind.NEW) {
            listings.move(listing.id(), Status.IN_REVIEW, Status.DRAFT);
        } else {
            listings.touch(listing.id());
        }
        rows.decide(reviewId, word, operator, reason);
        audit.record(
                "account:" + operator,
                word == State.APPROVED ? "listing.approved" : "listing.returned",
                "listing:" + listing.id(),
                Map.of("review", reviewId.toString(), "kind", review.kind().name()));
        if (word == State.RETURNED) {
            aftermath.tell(listing, reviewId, reason);
        }
        return byId(reviewId).map(Decision.Done::new);
    }

    /**
     * Sets the tax right that a merchant declared, for a reason, whatever the merchant says later; recorded. Empty when
     * there is no such listing; doing it twice does it once.
     */
    @Transactional
    public Optional<Correction> correctVat(UUID listingId, VatKind kind, UUID operator, String reason) {
        String said = reason.strip();
        Listing present = listings.locked(listingId).orElse(null);
        if (present == null) {
            return Optional.empty();
        }
        if (said.isEmpty() || said.length() > REASON_CHARS_MAX) {
            return Optional.of(Correction.REASON_MISSING);
        }
        VatKind before = present.about().vatKind();
        if (present.vatFixed() && before == kind) {
            return Optional.of(Correction.DONE);
        }
        listings.fixVat(listingId, kind);
        audit.record(
                "account:" + operator,
                "listing.vat-corrected",
                "listing:" + listingId,
                Map.of("before", before.name(), "after", kind.name(), "reason", said));
        return Optional.of(Correction.DONE);
    }

    private static @Nullable Listing ofMerchant(UUID merchantId, Optional<Listing> listing) {
        return listing.filter(found -> found.merchantId().equals(merchantId)).orElse(null);
    }
}
