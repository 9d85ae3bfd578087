package terrace.catalog.enrolments;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolment.Line;
import terrace.catalog.listings.Listings;

/** For flash sales: prices of enrolments that hold in a session only. */
@Singleton
public class FlashPrices {
    private final EnrolmentRows rows;
    private final EnrolmentFacts facts;
    private final OfferRows offers;
    private final Listings listings;

    FlashPrices(EnrolmentRows rows, EnrolmentFacts facts, OfferRows offers, Listings listings) {
        this.rows = rows;
        this.facts = facts;
        this.offers = offers;
        this.listings = listings;
    }

    /** Locks an enrolment and its listing until the caller's transaction ends. */
    @Transactional
    public Optional<Enrolment> locked(UUID enrolmentId) {
        if (rows.lock(enrolmentId) == null) {
            return Optional.empty();
        }
        Optional<Enrolment> found = rows.byId(enrolmentId);
        if (found.isPresent()) {
            listings.locked(found.get().listingId());
        }
        return found;
    }

    /** Whether a SKU has another campaign price in a part of that time. */
    @Transactional
    public boolean taken(UUID skuId, Instant from, Instant until) {
        return !facts.clashes(Set.of(skuId), from, until).isEmpty();
    }

    /** @param id the bucket's the pieces lie in */
    @Transactional
    public void add(UUID id, Enrolment enrolment, Line line, long pieces, Instant startsAt, Instant endsAt) {
        offers.add(new CampaignOffer(
                id,
                enrolment.id(),
                enrolment.campaignId(),
                line.skuId(),
                line.priceFen(),
                pieces,
                true,
                startsAt,
                endsAt));
    }

    /** Takes a price back that never held; false when it does or did. */
    @Transactional
    public boolean takeBack(UUID id) {
        return offers.takeBack(id);
    }
}
