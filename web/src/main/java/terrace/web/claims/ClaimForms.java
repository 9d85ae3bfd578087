package terrace.web.claims;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.orders.fulfilment.Courier;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.NewClaim;
import terrace.orders.returns.Spoiled;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Reads forms about claims, and fills their choices. */
@Singleton
class ClaimForms {
    private final Words words;

    ClaimForms(Words words) {
        this.words = words;
    }

    record Choice(String value, String text) {}

    List<Choice> couriers(Language language) {
        return Arrays.stream(Courier.values())
                .map(courier -> new Choice(courier.code(), language.english() ? courier.nameEn() : courier.nameZh()))
                .toList();
    }

    List<Choice> scale(Language language) {
        return Arrays.stream(Spoiled.values())
                .map(step -> new Choice(
                        step.name(),
                        words.say(language, "claims.spoiled." + step.name()) + " → " + step.percent() + " %"))
                .toList();
    }

    static Optional<ClaimKind> kind(@Nullable String name) {
        return Arrays.stream(ClaimKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** What was typed; a sum that cannot be read is one no door takes. */
    static NewClaim read(Form form, int position, ClaimKind kind) {
        String sum = form.value("sum").strip();
        return new NewClaim(
                position,
                kind,
                Answers.number(form.value("quantity")),
                kind == ClaimKind.SPOILED ? Spoiled.of(form.value("spoiled")).orElse(null) : null,
                sum.isEmpty() ? null : Answers.fen(sum),
                form.value("words"));
    }
}
