package terrace.orders.reviews;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.questions.PublicWords;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.events.Events;

/** The door to reviews for those they are about, who may reply once, and for operators, who may hide them. */
@Singleton
public class ReviewDesk {
    public static final int REPLY_CHARS_MAX = 500;

    private static final int REPLY_CHARS_MIN = 2;
    private static final UUID NEWEST = new UUID(-1, -1);

    private final ReviewRows rows;
    private final Events events;
    private final Audit audit;

    ReviewDesk(ReviewRows rows, Events events, Audit audit) {
        this.rows = rows;
        this.events = events;
        this.audit = audit;
    }

    /** A merchant's, hidden ones too, newest first. */
    @Connectable
    public ReviewSlice ofMerchant(UUID merchantId, @Nullable UUID before, int limit) {
        return Reviews.slice(rows.ofMerchant(merchantId, before == null ? NEWEST : before, limit + 1), limit);
    }

    /** Empty when it is not about this merchant's goods. */
    @Transactional
    public Optional<Replying> reply(UUID merchantId, UUID id, String text, UUID actor) {
        String said = text.strip();
        return rows.lock(id)
                .filter(review -> review.merchantId().equals(merchantId))
                .map(review -> {
                    if (!review.reply().isEmpty()) {
                        return review.reply().equals(said) ? new Replying.Replied(review) : new Replying.Before(review);
                    }
                    return PublicWords.fault(said, REPLY_CHARS_MIN, REPLY_CHARS_MAX)
                            .<Replying>map(fault -> new Replying.Refused(
                                    switch (fault) {
                                        case TOO_SHORT -> Replying.Fault.TOO_SHORT;
                                        case CONTACT -> Replying.Fault.CONTACT;
                                        case LINK -> Replying.Fault.LINK;
                                        default -> Replying.Fault.TOO_LONG;
                                    }))
                            .orElseGet(() -> {
                                rows.reply(id, said, actor);
                                events.publish(new ReviewsChanged(review.listingId()));
                                return new Replying.Replied(rows.byId(id).orElseThrow());
                            });
                });
    }

    /** Reviews somebody objects to, the longest waiting first. */
    @Connectable
    public List<Review> reported(int limit) {
        return rows.reported(limit);
    }

    /** Why people object. */
    @Connectable
    public List<String> reasons(UUID id) {
        return rows.reasons(id);
    }

    /**
     * An operator has looked: with a reason it is hidden, without one it stays, or is shown again. False where there is
     * no such review or the reason is too long.
     */
    @Transactional
    public boolean judge(UUID operator, UUID id, String hiddenReason) {
        String why = hiddenReason.strip();
        Optional<Review> review = rows.lock(id);
        if (review.isEmpty() || why.length() > Reviews.REASON_CHARS_MAX) {
            return false;
        }
        rows.judge(id, why);
        if (!why.equals(review.get().hiddenReason())) {
            audit.record(
                    "account:" + operator,
                    why.isEmpty() ? "review.shown" : "review.hidden",
                    "review:" + id,
                    Map.of("reason", why));
            events.publish(new ReviewsChanged(review.get().listingId()));
        }
        return true;
    }
}
