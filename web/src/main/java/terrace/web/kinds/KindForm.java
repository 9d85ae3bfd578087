package terrace.web.kinds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.AttributeWords;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.CategoryWords;
import terrace.catalog.categories.Direction;
import terrace.catalog.categories.Freshness;
import terrace.catalog.categories.Shaping;
import terrace.marketplace.ids.Ids;
import terrace.web.pages.Form;

/** Categories and attributes as fields of a form, and back. */
final class KindForm {
    private static final int POSITION_MAX = 9_999;
    private static final Pattern IS = Pattern.compile("[=＝]");

    private KindForm() {}

    static Map<String, String> fields(Category category) {
        Map<String, String> fields = new HashMap<>();
        fields.put("zh", category.nameZh());
        fields.put("en", category.nameEn());
        fields.put("position", Integer.toString(category.position()));
        fields.put(
                "freshness",
                category.freshness() == null ? "" : category.freshness().name());
        fields.put("classification", Objects.requireNonNullElse(category.classification(), ""));
        fields.put(
                "direction",
                category.direction() == null ? "" : category.direction().name());
        fields.put("version", Long.toString(category.version()));
        if (category.retired()) {
            fields.put("retired", "true");
        }
        return fields;
    }

    static CategoryWords category(Map<String, String> typed) {
        return new CategoryWords(
                typed.getOrDefault("zh", ""),
                typed.getOrDefault("en", ""),
                position(typed),
                typed.containsKey("retired"),
                oneOf(Freshness.values(), typed.getOrDefault("freshness", "")),
                code(typed.getOrDefault("classification", "").strip()),
                oneOf(Direction.values(), typed.getOrDefault("direction", "")));
    }

    private static @Nullable String code(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    static Map<String, String> fields(Attribute attribute) {
        Map<String, String> fields = new HashMap<>();
        fields.put("zh", attribute.nameZh());
        fields.put("en", attribute.nameEn());
        fields.put("kind", attribute.kind().name());
        fields.put("unit", attribute.unit());
        fields.put("position", Integer.toString(attribute.position()));
        fields.put("choices", lines(attribute.choices()));
        fields.put("version", Long.toString(attribute.version()));
        if (attribute.required()) {
            fields.put("required", "true");
        }
        if (attribute.retired()) {
            fields.put("retired", "true");
        }
        return fields;
    }

    static AttributeWords attribute(Map<String, String> typed) {
        return new AttributeWords(
                typed.getOrDefault("zh", ""),
                typed.getOrDefault("en", ""),
                typed.getOrDefault("unit", ""),
                typed.containsKey("required"),
                typed.containsKey("retired"),
                position(typed),
                choices(typed.getOrDefault("choices", "")));
    }

    static Kind kind(Map<String, String> typed) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(typed.get("kind")))
                .findFirst()
                .orElse(Kind.TEXT);
    }

    /** One to a line, Chinese and English with an equals sign between; a line without one has no English. */
    private static List<Choice> choices(String lines) {
        List<Choice> choices = new ArrayList<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] words = IS.split(line, 2);
            choices.add(new Choice(words[0].strip(), words.length < 2 ? "" : words[1].strip()));
        });
        return choices;
    }

    static String lines(List<Choice> choices) {
        return choices.stream().map(choice -> choice.zh() + " = " + choice.en()).collect(Collectors.joining("\n"));
    }

    private static int position(Map<String, String> typed) {
        String text = typed.getOrDefault("position", "").strip();
        return text.matches("\\d{1,5}") ? Math.min(Integer.parseInt(text), POSITION_MAX) : 0;
    }

    private static <E extends Enum<E>> @Nullable E oneOf(E[] known, String name) {
        return Arrays.stream(known)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static long version(Map<String, String> typed) {
        String text = typed.getOrDefault("version", "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static Optional<UUID> id(Map<String, String> typed) {
        return Ids.read(typed.get("id"));
    }

    static Form with(Form form, Iterable<Shaping.Fault> faults) {
        Form told = form;
        for (Shaping.Fault fault : faults) {
            told = told.with(field(fault), "kinds.fault." + fault.name());
        }
        return told;
    }

    /** Of the form that adds a category: its names stand beside those of another form. */
    static Form below(Form form, Iterable<Shaping.Fault> faults) {
        Form told = form;
        for (Shaping.Fault fault : faults) {
            String field = field(fault);
            told = told.with(field.equals("zh") ? "below-zh" : field, "kinds.fault." + fault.name());
        }
        return told;
    }

    private static String field(Shaping.Fault fault) {
        return switch (fault) {
            case NAME_LENGTH, NAME_TAKEN, TOO_MANY -> "zh";
            case SLUG_FORM, SLUG_TAKEN, PARENT_UNFIT -> "slug";
            case UNIT -> "unit";
            case CHOICES -> "choices";
            case CLASSIFICATION -> "classification";
        };
    }
}
