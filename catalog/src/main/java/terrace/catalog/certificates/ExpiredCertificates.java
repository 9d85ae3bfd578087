package terrace.catalog.certificates;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.clock.Clock;

/** Takes goods off the shelf when what vouches for them ends. */
@Singleton
class ExpiredCertificates {
    private final CertificateRows rows;
    private final Listings listings;
    private final Clock clock;

    ExpiredCertificates(CertificateRows rows, Listings listings, Clock clock) {
        this.rows = rows;
        this.listings = listings;
        this.clock = clock;
    }

    /** Ends the next certificate whose last day is over; false when there is none. Every end is a piece of its own. */
    @Transactional
    boolean expireNext() {
        Optional<UUID> due = rows.due(clock.today());
        due.map(rows::byId).ifPresent(certificate -> {
            listings.withdrawAll(
                    Certificates.approvedListings(certificate),
                    OffShelfReason.PAPER_EXPIRED,
                    Certificates.reference(certificate.id()));
            rows.expired(certificate.id());
        });
        return due.isPresent();
    }
}
