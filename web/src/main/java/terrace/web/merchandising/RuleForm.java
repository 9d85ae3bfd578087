package terrace.web.merchandising;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.search.merchandising.NewRule;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.merchandising.Ruling.Fault;
import terrace.web.pages.Form;

/** A rule as fields of a form. */
final class RuleForm {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}");
    private static final Pattern BLANKS = Pattern.compile("[\\s,，、;；/|]+");

    private RuleForm() {}

    /** Empty when the hidden fields, which nobody types, are not what the form was sent with. */
    static Optional<NewRule> rule(Form form) {
        UUID id = id(form.value("id"));
        Kind kind = constant(Kind.class, form.value("kind"));
        if (id == null || kind == null) {
            return Optional.empty();
        }
        return Optional.of(new NewRule(
                id,
                kind,
                form.value("asked"),
                form.value("words"),
                id(form.value("listing")),
                number(form.value("place")),
                constant(Trait.class, form.value("trait")),
                form.value("value"),
                number(form.value("strength")),
                day(form.value("first")),
                day(form.value("last")),
                form.value("note")));
    }

    /** With a sentence at each field that has to be mended. */
    static Form mended(Form form, Set<Fault> faults) {
        Form mended = form;
        for (Fault fault : faults) {
            mended = mended.with(field(fault), "merchandising.fault." + fault);
        }
        return mended;
    }

    /** Days that cannot be read are no days: taken for none, a rule would hold longer than was meant. */
    static Form readable(Form form) {
        Form mended = form;
        for (String field : new String[] {"first", "last"}) {
            if (!form.value(field).isBlank() && day(form.value(field)) == null) {
                mended = mended.with(field, "merchandising.fault.DAY_UNREADABLE");
            }
        }
        return mended;
    }

    /** What the effect is shown with: the text tried, or the rule's own, or its first word. */
    static String sample(Form form) {
        for (String field : new String[] {"sample", "asked"}) {
            if (!form.value(field).isBlank()) {
                return form.value(field).strip();
            }
        }
        return BLANKS.splitAsStream(form.value("words").strip()).findFirst().orElse("");
    }

    private static String field(Fault fault) {
        return switch (fault) {
            case ASKED_MISSING, ASKED_TOO_LONG -> "asked";
            case WORDS_TOO_FEW, WORDS_TOO_MANY, WORD_TOO_LONG -> "words";
            case NO_SUCH_LISTING -> "listing";
            case PLACE_OUT_OF_RANGE -> "place";
            case NO_SUCH_GOODS, SEVERAL_SUCH_GOODS -> "value";
            case STRENGTH_OUT_OF_RANGE -> "strength";
            case DAYS_TURNED_ROUND, DAYS_ARE_OVER -> "last";
            case NOTE_TOO_LONG, RULES_TOO_MANY -> "note";
        };
    }

    /** An id, also as part of an address somebody copied. */
    static @Nullable UUID id(String typed) {
        Matcher matcher = ID.matcher(typed);
        return matcher.find() ? UUID.fromString(matcher.group()) : null;
    }

    private static int number(String typed) {
        String number = typed.strip();
        return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Optional<Trait> trait(Form form) {
        return Optional.ofNullable(constant(Trait.class, form.value("trait")));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }
}
