package terrace.catalog.categories;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that goods of a category, and of all below it, are asked.
 *
 * @param kind for ever
 * @param unit of a number; empty for none
 * @param required new goods must answer
 * @param retired no longer asked
 * @param choices of a choice; goods keep its Chinese word
 */
public record Attribute(
        UUID id,
        UUID categoryId,
        Kind kind,
        String nameZh,
        String nameEn,
        String unit,
        boolean required,
        boolean retired,
        int position,
        List<Choice> choices,
        long version) {
    public static final int VALUE_CHARS_MAX = 60;
    public static final String YES = "true";
    public static final String NO = "false";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,3})?");
    private static final Map<String, String> ANSWERS =
            Map.of("是", YES, "有", YES, "yes", YES, YES, YES, "否", NO, "无", NO, "no", NO, NO, NO);

    /** What an answer is. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        YES_NO
    }

    /** One of the answers to choose from. */
    public record Choice(String zh, String en) {}

    /** What is wrong with an answer. */
    public enum Problem {
        MISSING,
        TOO_LONG,
        NOT_A_NUMBER,
        NOT_A_CHOICE
    }

    /** The answer as it is kept, of what somebody typed: full-width digits are digits, 是 is yes. */
    public String kept(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case TEXT, CHOICE -> typed.strip();
            case NUMBER ->
                plain.endsWith(unit)
                        ? plain.substring(0, plain.length() - unit.length()).strip()
                        : plain;
            case YES_NO -> ANSWERS.getOrDefault(plain, plain);
        };
    }

    /** Empty when the answer, as kept, will do; an empty one is none. */
    public Optional<Problem> problem(String answer) {
        if (answer.isEmpty()) {
            return required ? Optional.of(Problem.MISSING) : Optional.empty();
        }
        boolean fits =
                switch (kind) {
                    case TEXT -> true;
                    case NUMBER -> NUMBER.matcher(answer).matches();
                    case CHOICE ->
                        choices.stream().anyMatch(choice -> choice.zh().equals(answer));
                    case YES_NO -> answer.equals(YES) || answer.equals(NO);
                };
        if (answer.codePointCount(0, answer.length()) > VALUE_CHARS_MAX) {
            return Optional.of(Problem.TOO_LONG);
        }
        return fits ? Optional.empty() : Optional.of(kind == Kind.NUMBER ? Problem.NOT_A_NUMBER : Problem.NOT_A_CHOICE);
    }

    /** What operators may change of it. */
    public AttributeWords words() {
        return new AttributeWords(nameZh, nameEn, unit, required, retired, position, choices);
    }
}
