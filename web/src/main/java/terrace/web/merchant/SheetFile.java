package terrace.web.merchant;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A spreadsheet as the answer to a request: for whoever asked, and kept nowhere between. */
public final class SheetFile {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private SheetFile() {}

    /** Puts the sheet into a stream. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public static HttpResponse<?> of(String name, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.ok(out.toByteArray())
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
