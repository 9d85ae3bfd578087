package terrace.web.shop;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate;

/**
 * A certificate as everybody reads it.
 *
 * @param kind words are at {@code certificates.kind.<kind>}
 * @param until its last day, empty for one without end
 * @param scan where the scan is, null when not everybody may see it
 * @param ended whether its last day is over
 */
public record Certified(
        String kind,
        String number,
        String issuer,
        String until,
        @Nullable String scan,
        boolean ended) {

    public static Certified of(Certificate certificate, LocalDate today) {
        return new Certified(
                certificate.kind().name(),
                certificate.number(),
                certificate.issuer(),
                certificate.validUntil() == null ? "" : certificate.validUntil().toString(),
                certificate.scanPublic() ? "/certificates/" + certificate.id() + "/scan" : null,
                certificate.expired(today));
    }
}
