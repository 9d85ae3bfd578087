package terrace.web.certificates;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate;
import terrace.catalog.certificates.Certificate.Use;
import terrace.catalog.certificates.CertificateReviews;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.Subject;
import terrace.catalog.listings.Slice;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Gathers what pages about certificates show. */
@Singleton
class CertificatePages {
    private static final int PAGE_SIZE = 20;

    private final Certificates certificates;
    private final CertificateReviews reviews;
    private final Subjects subjects;
    private final Merchants merchants;
    private final Sights sights;
    private final Clock clock;
    private final Words words;

    CertificatePages(
            Certificates certificates,
            CertificateReviews reviews,
            Subjects subjects,
            Merchants merchants,
            Sights sights,
            Clock clock,
            Words words) {
        this.certificates = certificates;
        this.reviews = reviews;
        this.subjects = subjects;
        this.merchants = merchants;
        this.sights = sights;
        this.clock = clock;
        this.words = words;
    }

    DeskPage desk(Language language, UUID merchantId, Form form, @Nullable UUID after, @Nullable String done) {
        Slice<Certificate> slice = certificates.ofMerchant(merchantId, after, PAGE_SIZE);
        return new DeskPage(
                rows(language, slice.items()),
                subjects.offered(language, merchantId, form.value("subject")),
                Arrays.stream(Certificate.Kind.values())
                        .map(kind -> new Option(kind.name(), words.say(language, "certificates.kind." + kind)))
                        .toList(),
                form.value("id").isEmpty() ? Ids.next().toString() : form.value("id"),
                form,
                done,
                slice.nextAfter() == null ? null : "/merchant/certificates?after=" + slice.nextAfter(),
                after == null ? null : "/merchant/certificates");
    }

    QueuePage queue(Language language, Form form, @Nullable UUID after, @Nullable String done) {
        Slice<Certificate> slice = reviews.waiting(after, PAGE_SIZE);
        return new QueuePage(
                rows(language, slice.items()),
                form,
                done,
                slice.nextAfter() == null ? null : "/operator/certificates?after=" + slice.nextAfter(),
                after == null ? null : "/operator/certificates");
    }

    private List<Row> rows(Language language, List<Certificate> found) {
        Map<Subject, String> names = subjects.names(
                language,
                found.stream()
                        .flatMap(certificate -> certificate.uses().stream())
                        .map(Use::subject)
                        .collect(Collectors.toSet()));
        Map<UUID, Merchant> sellers =
                merchants.byIds(found.stream().map(Certificate::merchantId).collect(Collectors.toSet()));
        return found.stream()
                .map(certificate -> new Row(
                        certificate.id(),
                        Optional.ofNullable(sellers.get(certificate.merchantId()))
                                .map(Merchant::name)
                                .orElse(""),
                        certificate.kind().name(),
                        certificate.number(),
                        certificate.issuer(),
                        certificate.validUntil() == null
                                ? ""
                                : certificate.validUntil().toString(),
                        state(certificate),
                        certificate.reason(),
                        certificate.version(),
                        certificate.picture(),
                        certificate.scanPublic(),
                        sights.time(certificate.addedAt()),
                        certificate.uses().stream()
                                .map(use -> new Named(
                                        Subjects.written(use.subject()),
                                        names.getOrDefault(use.subject(), ""),
                                        use.approved()))
                                .toList()))
                .toList();
    }

    private String state(Certificate certificate) {
        if (certificate.state() == Certificate.State.APPROVED && certificate.expired(clock.today())) {
            return "EXPIRED";
        }
        return certificate.state() == Certificate.State.APPROVED && certificate.waits()
                ? "MORE"
                : certificate.state().name();
    }

    record Named(String subject, String name, boolean approved) {}

    /** @param state words are at {@code certificates.state.<state>} */
    record Row(
            UUID id,
            String merchant,
            String kind,
            String number,
            String issuer,
            String until,
            String state,
            String reason,
            int version,
            boolean picture,
            boolean scanPublic,
            String at,
            List<Named> uses) {}

    record DeskPage(
            List<Row> rows,
            List<Option> subjects,
            List<Option> kinds,
            String id,
            Form form,
            @Nullable String done,
            @Nullable String next,
            @Nullable String first) {}

    record QueuePage(
            List<Row> rows,
            Form form,
            @Nullable String done,
            @Nullable String next,
            @Nullable String first) {}
}
