package terrace.catalog.certificates;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.letters.KeeperLetters;
import terrace.catalog.letters.KeeperLetters.Matter;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.clock.Clock;

/** Reminds of what ends, and takes goods off the shelf when what vouches for them has ended. */
@Singleton
class ExpiredCertificates {
    /** How many days before its end a merchant is told, each once. */
    static final List<Integer> REMINDED_DAYS = List.of(30, 7, 0);

    private final CertificateRows rows;
    private final Listings listings;
    private final KeeperLetters letters;
    private final Clock clock;

    ExpiredCertificates(CertificateRows rows, Listings listings, KeeperLetters letters, Clock clock) {
        this.rows = rows;
        this.listings = listings;
        this.letters = letters;
        this.clock = clock;
    }

    /** Ends the next certificate whose last day is over; false when there is none. Every end is a piece of its own. */
    @Transactional
    boolean expireNext() {
        Optional<UUID> due = rows.due(clock.today());
        due.map(rows::byId).ifPresent(certificate -> {
            Set<UUID> goods = Certificates.approvedListings(certificate);
            listings.withdrawAll(goods, OffShelfReason.PAPER_EXPIRED, Certificates.reference(certificate.id()));
            rows.expired(certificate.id());
            if (!goods.isEmpty()) {
                letters.tell(certificate.merchantId(), Matter.CERTIFICATE_ENDED, certificate.number());
            }
        });
        return due.isPresent();
    }

    /**
     * Tells of the next certificate that ends soon; false when all were told of. One that is handed in late is told of
     * once, not for every day that was missed. What nothing names is not worth a letter.
     */
    @Transactional
    boolean remindNext() {
        LocalDate today = clock.today();
        for (int days : REMINDED_DAYS.reversed()) {
            Optional<UUID> due = rows.dueToRemind(today, today.plusDays(days), days);
            if (due.isPresent()) {
                REMINDED_DAYS.stream()
                        .filter(passed -> passed >= days)
                        .forEach(passed -> rows.reminded(due.get(), passed));
                due.map(rows::byId)
                        .ifPresent(certificate ->
                                letters.tell(certificate.merchantId(), Matter.CERTIFICATE_ENDS, certificate.number()));
                return true;
            }
        }
        return false;
    }
}
