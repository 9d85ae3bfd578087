package terrace.catalog.certificates;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate.State;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.listings.Slice;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;

/** Certificates as operators look at them: each with all it is to vouch for. */
@Singleton
public class CertificateReviews {
    private static final UUID LOWEST = new UUID(0, 0);

    private final CertificateRows rows;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    CertificateReviews(CertificateRows rows, Events events, Audit audit, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an operator has to look at, oldest first, those after the one given. */
    @Connectable
    public Slice<Certificate> waiting(@Nullable UUID after, int limit) {
        return Certificates.slice(rows.waiting(after == null ? LOWEST : after, limit + 1), limit);
    }

    /**
     * It is true, and vouches for all it is to. Empty: no such certificate.
     *
     * @param version that the operator saw
     * @param scanPublic whether everybody may see the scan: nobody's personal data is on it
     */
    @Transactional
    public Optional<Ruling> approve(UUID id, int version, boolean scanPublic, UUID operator) {
        Certificate certificate = rows.locked(id);
        if (certificate == null) {
            return Optional.empty();
        }
        if (certificate.state() == State.APPROVED && !certificate.waits() && certificate.scanPublic() == scanPublic) {
            return Optional.of(new Ruling.Done(certificate));
        }
        if (certificate.version() != version || certificate.state() == State.RETURNED) {
            return Optional.of(new Ruling.Overtaken(certificate));
        }
        if (certificate.expired(clock.today())) {
            return Optional.of(new Ruling.Expired());
        }
        rows.approveUses(id);
        rows.decide(id, State.APPROVED, "", scanPublic, operator);
        record(certificate, "certificate.approved", operator);
        Certificate approved = rows.byId(id);
        if (approved != null && !Certificates.approvedListings(approved).isEmpty()) {
            events.publish(new ListingsChanged(List.copyOf(Certificates.approvedListings(approved))));
        }
        return Optional.ofNullable(approved).map(Ruling.Done::new);
    }

    /**
     * What is asked of it is not granted, for this reason; what it vouched for before it still does. Empty: no such
     * certificate.
     */
    @Transactional
    public Optional<Ruling> giveBack(UUID id, int version, String reason, UUID operator) {
        String said = reason.strip();
        Certificate certificate = rows.locked(id);
        if (certificate == null) {
            return Optional.empty();
        }
        if (said.isEmpty() || said.length() > Certificates.REASON_CHARS_MAX) {
            return Optional.of(new Ruling.ReasonMissing());
        }
        if (certificate.reason().equals(said) && !certificate.waits()) {
            return Optional.of(new Ruling.Done(certificate));
        }
        if (certificate.version() != version || !certificate.waits()) {
            return Optional.of(new Ruling.Overtaken(certificate));
        }
        boolean stands = certificate.state() == State.APPROVED;
        if (stands) {
            rows.dropWaitingUses(id);
        }
        rows.decide(id, stands ? State.APPROVED : State.RETURNED, said, stands && certificate.scanPublic(), operator);
        record(certificate, "certificate.returned", operator);
        return Optional.ofNullable(rows.byId(id)).map(Ruling.Done::new);
    }

    private void record(Certificate certificate, String act, UUID operator) {
        audit.record(
                "account:" + operator,
                act,
                "certificate:" + certificate.id(),
                Map.of("version", String.valueOf(certificate.version())));
    }
}
