package terrace.web.applications;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Optional;
import terrace.marketplace.papers.Paper;

/** Sends a paper to one who may see it. */
public final class PaperFiles {
    private PaperFiles() {}

    /** A document is handed over to be kept, not opened in this site's name; nothing is left in caches. */
    public static HttpResponse<?> send(Optional<Paper> paper, Optional<byte[]> file) {
        if (paper.isEmpty() || file.isEmpty()) {
            return HttpResponse.notFound();
        }
        String name = "paper-" + paper.get().id() + (paper.get().picture() ? ".jpg" : ".pdf");
        return HttpResponse.ok(file.get())
                .header(HttpHeaders.CONTENT_TYPE, paper.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (paper.get().picture() ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
