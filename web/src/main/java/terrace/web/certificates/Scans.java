package terrace.web.certificates;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Optional;
import terrace.catalog.certificates.Certificate;

/** Sends the scan of a certificate to one who may see it. */
final class Scans {
    private Scans() {}

    /** A document is handed over to be kept, not opened in this site's name. */
    static HttpResponse<?> send(Optional<Certificate> certificate, Optional<byte[]> scan, boolean everybody) {
        if (certificate.isEmpty() || scan.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean picture = certificate.get().picture();
        String name = "certificate-" + certificate.get().id() + (picture ? ".jpg" : ".pdf");
        return HttpResponse.ok(scan.get())
                .header(HttpHeaders.CONTENT_TYPE, certificate.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (picture ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, everybody ? "public, max-age=600" : "private, no-store");
    }
}
