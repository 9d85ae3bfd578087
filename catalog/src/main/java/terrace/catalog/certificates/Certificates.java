package terrace.catalog.certificates;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate.Kind;
import terrace.catalog.certificates.Certificate.State;
import terrace.catalog.certificates.Certificate.Use;
import terrace.catalog.certificates.CertificateIntake.Reason;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.Slice;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.files.FileStore;
import terrace.marketplace.files.SafeFile;
import terrace.marketplace.files.SafeFiles;

/**
 * Papers that vouch for goods. The merchant comes first in every call of a merchant's. Nothing of one is public before
 * an operator has seen it, and what it is to vouch for; its end takes just those goods off the shelf that name it.
 * Everything locks the certificate, then listings.
 */
@Singleton
public class Certificates {
    public static final int SHORT_CHARS_MAX = 60;
    public static final int REASON_CHARS_MAX = 300;
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;
    public static final int CERTIFICATES_MAX = 200;
    public static final int USES_MAX = 200;

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateRows rows;
    private final KindRows kinds;
    private final Listings listings;
    private final Lots lots;
    private final SafeFiles files;
    private final FileStore store;
    private final Events events;
    private final Clock clock;

    Certificates(
            CertificateRows rows,
            KindRows kinds,
            Listings listings,
            Lots lots,
            SafeFiles files,
            FileStore store,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.listings = listings;
        this.lots = lots;
        this.files = files;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a certificate for goods or a harvest of the merchant's: a photo (JPEG, PNG) or a PDF, by its content. Empty
     * when what it is to vouch for is not the merchant's. Not for use in a transaction.
     */
    public Optional<CertificateIntake> add(UUID merchantId, NewCertificate said, byte[] bytes, UUID actor) {
        NewCertificate paper = new NewCertificate(
                said.id(),
                said.kind(),
                said.number().strip(),
                said.issuer().strip(),
                said.validUntil(),
                said.subject());
        if (!owns(merchantId, paper.subject())) {
            return Optional.empty();
        }
        Optional<Reason> fault = fault(paper);
        if (fault.isPresent()) {
            return Optional.of(new CertificateIntake.Refused(fault.get()));
        }
        return switch (files.safe(bytes, FILE_BYTES_MAX)) {
            case SafeFile.Unsafe unsafe ->
                Optional.of(new CertificateIntake.Refused(
                        Reason.valueOf(unsafe.reason().name())));
            case SafeFile.Safe safe -> keep(merchantId, paper, safe, actor);
        };
    }

    private Optional<Reason> fault(NewCertificate paper) {
        if (paper.number().isEmpty() || paper.number().length() > SHORT_CHARS_MAX) {
            return Optional.of(Reason.NUMBER_LENGTH);
        }
        if (paper.issuer().isEmpty() || paper.issuer().length() > SHORT_CHARS_MAX) {
            return Optional.of(Reason.ISSUER_LENGTH);
        }
        return paper.validUntil() != null && paper.validUntil().isBefore(clock.today())
                ? Optional.of(Reason.EXPIRED)
                : Optional.empty();
    }

    private Optional<CertificateIntake> keep(UUID merchantId, NewCertificate paper, SafeFile.Safe safe, UUID actor) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        String fileKey = "certificates/" + HexFormat.of().formatHex(key);
        store.put(fileKey, safe.bytes());
        Optional<CertificateIntake> intake = enter(merchantId, paper, fileKey, safe.mediaType(), actor);
        if (!rows.fileKey(paper.id()).filter(fileKey::equals).isPresent()) {
            store.remove(fileKey);
        }
        return intake;
    }

    @Transactional
    Optional<CertificateIntake> enter(
            UUID merchantId, NewCertificate paper, String fileKey, String mediaType, UUID actor) {
        rows.lockMerchant(merchantId);
        Certificate known = rows.byId(paper.id());
        if (known != null) {
            return known.merchantId().equals(merchantId)
                    ? Optional.of(new CertificateIntake.Taken(known))
                    : Optional.empty();
        }
        if (rows.count(merchantId) >= CERTIFICATES_MAX) {
            return Optional.of(new CertificateIntake.Refused(Reason.TOO_MANY));
        }
        rows.add(merchantId, paper, fileKey, mediaType, actor);
        rows.use(paper.id(), paper.subject());
        return Optional.ofNullable(rows.byId(paper.id())).map(CertificateIntake.Taken::new);
    }

    /**
     * Lets it vouch for more goods, or another harvest, once an operator agrees. False when either is not the
     * merchant's, when it was returned or is no longer good, or when it vouches for as much as one may.
     */
    @Transactional
    public boolean name(UUID merchantId, UUID id, Subject subject) {
        Certificate certificate = rows.locked(id);
        if (certificate == null || !certificate.merchantId().equals(merchantId) || !owns(merchantId, subject)) {
            return false;
        }
        if (certificate.state() == State.RETURNED
                || certificate.expired(clock.today())
                || certificate.uses().size() >= USES_MAX) {
            return false;
        }
        rows.use(id, subject);
        return true;
    }

    /** It vouches for this no longer; goods that left the shelf with its end come back. False when it is not theirs. */
    @Transactional
    public boolean takeOff(UUID merchantId, UUID id, Subject subject) {
        Certificate certificate = rows.locked(id);
        if (certificate == null || !certificate.merchantId().equals(merchantId)) {
            return false;
        }
        if (rows.unuse(id, subject) && subject instanceof Subject.OfListing(UUID listing)) {
            listings.restoreAll(Set.of(listing), OffShelfReason.PAPER_EXPIRED, reference(id));
            events.publish(new ListingsChanged(List.of(listing)));
        }
        return true;
    }

    /** Newest first, those after the one given. */
    @Connectable
    public Slice<Certificate> ofMerchant(UUID merchantId, @Nullable UUID after, int limit) {
        return slice(rows.ofMerchant(merchantId, after == null ? HIGHEST : after, limit + 1), limit);
    }

    static Slice<Certificate> slice(List<Certificate> found, int limit) {
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Connectable
    public Optional<Certificate> byId(UUID id) {
        return Optional.ofNullable(rows.byId(id));
    }

    /** What vouches for goods or a harvest, as everybody may read it, uses left out; also what has ended. */
    @Connectable
    public List<Certificate> of(Subject subject) {
        return rows.approvedOf(subject);
    }

    /** What vouches for each of the goods today; those for which nothing does are left out. */
    @Connectable
    public Map<UUID, Set<Kind>> kindsOf(Set<UUID> listingIds) {
        return kinds.goodOn(clock.today(), listingIds);
    }

    /** Of all goods on sale of these merchants, how many each kind vouches for today. */
    @Connectable
    public Map<Kind, Long> goodsByKind(Set<UUID> merchantIds) {
        return merchantIds.isEmpty() ? Map.of() : kinds.goodsOf(clock.today(), merchantIds);
    }

    /** As {@link #goodsByKind(Set)}, of all goods of a province, by its two digits. */
    @Connectable
    public Map<Kind, Long> goodsByKind(String provinceCode) {
        return kinds.goodsIn(clock.today(), provinceCode);
    }

    /** The goods that name it, and that an operator let name it. */
    @Connectable
    public Set<UUID> listingsNaming(UUID id) {
        Certificate certificate = rows.byId(id);
        return certificate == null ? Set.of() : approvedListings(certificate);
    }

    static Set<UUID> approvedListings(Certificate certificate) {
        return certificate.uses().stream()
                .filter(Use::approved)
                .map(Use::subject)
                .filter(Subject.OfListing.class::isInstance)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    /** The scan, for its merchant. */
    @Connectable
    public Optional<byte[]> scan(UUID merchantId, UUID id) {
        return byId(id).filter(found -> found.merchantId().equals(merchantId)).flatMap(found -> scan(id));
    }

    /** The scan, for everybody: of one that is approved and has nobody's personal data on it. */
    @Connectable
    public Optional<byte[]> publicScan(UUID id) {
        return byId(id).filter(Certificate::scanPublic).flatMap(found -> scan(id));
    }

    /** The scan, for an operator. */
    @Connectable
    public Optional<byte[]> scan(UUID id) {
        return rows.fileKey(id).flatMap(store::get);
    }

    private boolean owns(UUID merchantId, Subject subject) {
        return switch (subject) {
            case Subject.OfListing(UUID id) -> {
                Listing listing = listings.byIds(Set.of(id)).get(id);
                yield listing != null && listing.merchantId().equals(merchantId);
            }
            case Subject.OfLot(UUID id) ->
                lots.byId(id).map(Lot::merchantId).filter(merchantId::equals).isPresent();
        };
    }

    static String reference(UUID id) {
        return "certificate:" + id;
    }
}
