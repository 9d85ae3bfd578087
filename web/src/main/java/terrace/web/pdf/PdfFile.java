package terrace.web.pdf;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;

/** A PDF as the answer to a request: for whoever asked, and kept nowhere between. */
public final class PdfFile {
    private PdfFile() {}

    /** @param name with its ending, in plain letters */
    public static HttpResponse<?> of(String name, Paper.Writing writing) {
        return HttpResponse.ok(Paper.write(writing))
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
