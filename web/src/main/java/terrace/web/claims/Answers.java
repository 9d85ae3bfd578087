package terrace.web.claims;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;
import terrace.orders.returns.Stepping;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Visitor;

/** Answers what became of a step of a claim, the same way on every desk. */
final class Answers {
    private Answers() {}

    /** @param again shows the page once more with what is to be mended */
    static HttpResponse<?> of(
            Visitor visitor,
            Optional<Stepping> stepping,
            String page,
            String field,
            Form form,
            BiFunction<HttpStatus, Form, HttpResponse<?>> again) {
        if (stepping.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (stepping.get()) {
            case Stepping.Done done -> Pages.seeOther(visitor, page);
            case Stepping.NotNow not ->
                again.apply(HttpStatus.UNPROCESSABLE_ENTITY, form.with("claim", "claims.fault.NOT_NOW"));
            case Stepping.Refused(Stepping.Fault fault) ->
                again.apply(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with(fieldOf(fault, field), "claims.fault." + fault.name()));
        };
    }

    private static String fieldOf(Stepping.Fault fault, String words) {
        return switch (fault) {
            case WORDS_MISSING, WORDS_TOO_LONG -> words;
            case SUM -> "sum";
            case TRACKING -> "tracking";
            case QUANTITY -> "pieces";
            case OWN_MEDIATION -> "claim";
            case PHOTO_UNREADABLE, TOO_MANY_PHOTOS -> "photos";
        };
    }

    /** What was typed as yuan, in fen; -1 where it is no sum, which no door takes. */
    static long fen(String typed) {
        return Money.fen(typed.strip()).orElse(-1);
    }

    /** A small whole number; -1 where it is none. */
    static int number(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
    }

    static HttpResponse<?> photo(Optional<byte[]> file) {
        return file.<HttpResponse<?>>map(bytes -> HttpResponse.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600"))
                .orElseGet(HttpResponse::notFound);
    }

    /** The number of a photo in an address. */
    static int photoAt(@Nullable String at) {
        return at == null ? -1 : number(at);
    }
}
