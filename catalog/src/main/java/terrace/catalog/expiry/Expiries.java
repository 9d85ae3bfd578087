package terrace.catalog.expiry;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.events.Events;
import terrace.marketplace.filedpapers.FiledPapers;

/** Brings a merchant's listings in line with whether a paper for all goods is good at this moment. */
@Singleton
public class Expiries {
    static final int LISTINGS_AT_ONCE = 500;

    private final Listings listings;
    private final FiledPapers papers;
    private final Events events;

    Expiries(Listings listings, FiledPapers papers, Events events) {
        this.listings = listings;
        this.papers = papers;
        this.events = events;
    }

    /**
     * Does one piece and announces the next. Whether the paper is good is read after the listings are locked, so that a
     * late or doubled event only does again what is right now. The paper is the reason's reference: lifting one lifts
     * no other. Papers of single listings are no business of this.
     *
     * @param after the last listing of the piece before, null for the first
     */
    @Transactional
    public void follow(UUID merchantId, UUID paperId, @Nullable UUID after) {
        if (!papers.concernsAllGoods(merchantId, paperId)) {
            return;
        }
        List<UUID> piece = listings.lockedOfMerchant(merchantId, after, LISTINGS_AT_ONCE);
        if (piece.isEmpty()) {
            return;
        }
        Set<UUID> ids = new HashSet<>(piece);
        if (papers.missing(merchantId).contains(paperId)) {
            listings.withdrawAll(ids, OffShelfReason.PAPER_EXPIRED, paperId.toString());
        } else {
            listings.restoreAll(ids, OffShelfReason.PAPER_EXPIRED, paperId.toString());
        }
        if (piece.size() == LISTINGS_AT_ONCE) {
            events.publish(new ExpiryToGoOn(merchantId, paperId, piece.getLast()));
        }
    }

    /** For a listing that comes before the public: the event that told of a paper's end did not find it. */
    @Transactional
    public void check(UUID merchantId, UUID listingId) {
        for (UUID paper : papers.missing(merchantId)) {
            listings.withdrawAll(Set.of(listingId), OffShelfReason.PAPER_EXPIRED, paper.toString());
        }
    }
}
