package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import terrace.catalog.certificates.Certificate.Kind;
import terrace.catalog.certificates.CertificateIntake;
import terrace.catalog.certificates.CertificateReviews;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.NewCertificate;
import terrace.catalog.certificates.Subject;
import terrace.catalog.listings.Listing;
import terrace.catalog.lots.Lots;
import terrace.marketplace.clock.Clock;

/** Certificates of a few goods and a harvest, with made-up numbers: two approved, one that waits. */
@Singleton
class Testimonials {
    private static final int MONTHS_LEFT = 7;

    private final Certificates certificates;
    private final CertificateReviews reviews;
    private final Lots lots;
    private final Clock clock;

    Testimonials(Certificates certificates, CertificateReviews reviews, Lots lots, Clock clock) {
        this.certificates = certificates;
        this.reviews = reviews;
        this.lots = lots;
        this.clock = clock;
    }

    /** What stands already is left alone. */
    void vouch(List<Listing> goods, UUID clerk, UUID operator) {
        Listing first = goods.getFirst();
        Listing last = goods.getLast();
        approved(first, new Subject.OfListing(first.id()), Kind.GREEN_FOOD, "DEMO-LB-2026-0003", clerk, operator);
        lots.newest(first.id())
                .ifPresent(lot -> approved(
                        first, new Subject.OfLot(lot.id()), Kind.TEST_REPORT, "DEMO-JC-2026-1107", clerk, operator));
        add(last, new Subject.OfListing(last.id()), Kind.GEOGRAPHICAL_INDICATION, "DEMO-AGI-2026-01", clerk);
    }

    private void approved(Listing listing, Subject subject, Kind kind, String number, UUID clerk, UUID operator) {
        UUID id = add(listing, subject, kind, number, clerk);
        certificates
                .byId(id)
                .filter(certificate -> certificate.waits())
                .ifPresent(certificate -> reviews.approve(id, certificate.version(), true, operator));
    }

    private UUID add(Listing listing, Subject subject, Kind kind, String number, UUID clerk) {
        UUID id = UUID.nameUUIDFromBytes((number + subject.id()).getBytes(StandardCharsets.UTF_8));
        if (certificates.byId(id).isEmpty()) {
            NewCertificate said =
                    new NewCertificate(id, kind, number, "演示发证机构", clock.today().plusMonths(MONTHS_LEFT), subject);
            CertificateIntake intake = certificates
                    .add(listing.merchantId(), said, scan(), clerk)
                    .orElseThrow(() -> new IllegalStateException("not their goods"));
            if (intake instanceof CertificateIntake.Refused(CertificateIntake.Reason reason)) {
                throw new IllegalStateException(reason.name());
            }
        }
        return id;
    }

    /** A blank form with a seal: no paper of anybody. */
    private static byte[] scan() {
        BufferedImage picture = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xFBF7EC));
        pen.fillRect(0, 0, 600, 800);
        pen.setColor(new Color(0xB8954A));
        pen.drawRect(24, 24, 551, 751);
        pen.drawRect(32, 32, 535, 735);
        pen.fillRect(190, 90, 220, 26);
        pen.setColor(new Color(0xCFC7B4));
        for (int line = 0; line < 9; line++) {
            pen.fillRect(90, 190 + line * 44, line % 3 == 2 ? 260 : 420, 12);
        }
        pen.setColor(new Color(0xB3261E));
        pen.drawOval(400, 600, 120, 120);
        pen.drawOval(408, 608, 104, 104);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
