package terrace.web.requests;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads forms with a file in them (RFC 7578), once for the guard and the controller together. */
public final class Uploads {
    private static final String ATTRIBUTE = "terrace.upload";
    private static final long BODY_SECONDS_MAX = 10;
    private static final int PARTS_MAX = 20;
    private static final int HEAD_BYTES_MAX = 2_000;
    private static final int BOUNDARY_CHARACTERS_MAX = 70;
    private static final Pattern NAME = Pattern.compile("(?i)^content-disposition:.*[; ]name=\"([a-z0-9-]{1,40})\"");
    private static final Pattern FILE = Pattern.compile("(?i)^content-disposition:.*[; ]filename\\*?=");

    private Uploads() {}

    /** Empty for any other kind of body, and for one that is not well formed. */
    public static Optional<Upload> of(HttpRequest<?> request) {
        Optional<Upload> read = request.getAttribute(ATTRIBUTE, Upload.class);
        if (read.isPresent()) {
            return read;
        }
        Optional<Upload> upload = request.getContentType()
                .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                .flatMap(type -> type.getParameters().get("boundary"))
                .map(boundary -> boundary.replace("\"", ""))
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= BOUNDARY_CHARACTERS_MAX)
                .flatMap(boundary -> body(request).flatMap(bytes -> parsed(bytes, boundary)));
        upload.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return upload;
    }

    /** As {@link #of}; where that is empty, no fields and no bytes. */
    public static Upload orNothing(HttpRequest<?> request) {
        return of(request).orElseGet(() -> new Upload(Map.of(), List.of()));
    }

    /** All of it is here: {@link WholeRequests} has waited for it. */
    private static Optional<byte[]> body(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            return Optional.empty();
        }
        try (var copy = server.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
                var whole = copy.buffer().get(BODY_SECONDS_MAX, TimeUnit.SECONDS)) {
            return Optional.of(whole.toByteArray());
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<Upload> parsed(byte[] bytes, String boundary) {
        // One character a byte, so that places in the text are places in the bytes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary;
        if (!text.startsWith(line)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        List<byte[]> files = new ArrayList<>();
        int at = line.length();
        for (int part = 0; part < PARTS_MAX && text.startsWith("\r\n", at); part++) {
            int headEnd = text.indexOf("\r\n\r\n", at);
            int end = headEnd < 0 ? -1 : text.indexOf("\r\n" + line, headEnd + 2);
            if (end < 0 || headEnd - at > HEAD_BYTES_MAX) {
                return Optional.empty();
            }
            String head = text.substring(at, headEnd);
            byte[] content = Arrays.copyOfRange(bytes, Math.min(headEnd + 4, end), end);
            Optional<String> name = head.lines().flatMap(Uploads::name).findFirst();
            if (head.lines().anyMatch(each -> FILE.matcher(each).find())) {
                if (content.length > 0) {
                    files.add(content);
                }
            } else {
                name.ifPresent(found -> fields.put(found, new String(content, StandardCharsets.UTF_8)));
            }
            at = end + 2 + line.length();
        }
        return text.startsWith("--", at)
                ? Optional.of(new Upload(Map.copyOf(fields), List.copyOf(files)))
                : Optional.empty();
    }

    private static Stream<String> name(String line) {
        Matcher name = NAME.matcher(line);
        return name.find() ? Stream.of(name.group(1)) : Stream.empty();
    }
}
