package terrace.web.settling;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import terrace.orders.seals.Seal;
import terrace.orders.seals.Seals;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A day's signed head of the chain, to be kept elsewhere: what was signed, signature, key, and how to check. */
@Controller("/operator/books/seals/{day}")
@Secured(Access.OPERATOR)
class SealController {
    private final Seals seals;
    private final Words words;

    SealController(Seals seals, Words words) {
        this.seals = seals;
        this.words = words;
    }

    @Get
    HttpResponse<?> download(Visitor visitor, String day) {
        return date(day)
                .flatMap(seals::of)
                .<HttpResponse<?>>map(seal -> HttpResponse.ok(zip(visitor, seal))
                        .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"books-" + day + ".zip\""))
                .orElseGet(HttpResponse::notFound);
    }

    private byte[] zip(Visitor visitor, Seal seal) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("head.txt", seal.head());
        files.put("head.sig", seal.signature());
        files.put("books-seal.pub", seal.publicKey().getBytes(StandardCharsets.UTF_8));
        files.put(
                "VERIFY.txt",
                words.say(visitor.language(), "settling.seal.verify", Long.toString(seal.seq()), seal.hash())
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<LocalDate> date(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
