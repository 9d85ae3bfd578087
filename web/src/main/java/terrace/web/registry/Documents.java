package terrace.web.registry;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Optional;
import terrace.marketplace.impact.Allocations;

/** Sends the document of an allocation to one who may see it; nothing is left in caches. */
final class Documents {
    private Documents() {}

    static HttpResponse<?> send(Optional<Allocations.Document> document, String name) {
        if (document.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean picture = document.get().mediaType().startsWith("image/");
        return HttpResponse.ok(document.get().bytes())
                .header(HttpHeaders.CONTENT_TYPE, document.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (picture ? "inline" : "attachment") + "; filename=\"" + name + (picture ? ".jpg" : ".pdf")
                                + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
