package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.sheets.SheetFault.Reason;

/**
 * What goods answer to the attributes of their category, in one cell: {@code 等级=特级；糖度=13}. One column and not one
 * for each attribute, since one sheet holds goods of many categories.
 */
@Singleton
class Answers {
    private static final Pattern BETWEEN = Pattern.compile("[;；\\n]");
    private static final Pattern IS = Pattern.compile("[=＝:：]");

    private final Categories categories;

    Answers(Categories categories) {
        this.categories = categories;
    }

    /** By attribute, as kept; what is no attribute of the category is left out. */
    Map<UUID, String> read(UUID categoryId, String cell) {
        Map<String, Attribute> asked = byName(categoryId);
        Map<UUID, String> answers = new HashMap<>();
        parts(cell).forEach((name, value) -> {
            Attribute attribute = asked.get(name);
            if (attribute != null && !value.isEmpty()) {
                answers.put(attribute.id(), attribute.kept(value));
            }
        });
        return answers;
    }

    /** @param fresh goods that are not there yet must answer what is required; others may leave the cell empty */
    List<SheetFault> faults(UUID categoryId, String cell, boolean fresh) {
        List<SheetFault> faults = new ArrayList<>();
        Map<String, Attribute> asked = byName(categoryId);
        String unknown = parts(cell).keySet().stream()
                .filter(name -> !asked.containsKey(name))
                .collect(Collectors.joining("、"));
        if (!unknown.isEmpty()) {
            faults.add(fault(Reason.ATTRIBUTE_UNKNOWN, unknown + "（" + String.join("、", asked.keySet()) + "）"));
        }
        if (cell.isEmpty() && !fresh) {
            return faults;
        }
        Map<UUID, String> answers = read(categoryId, cell);
        asked.values().forEach(attribute -> problem(attribute, answers).ifPresent(faults::add));
        return faults;
    }

    /** How to write what is required and not answered, or not answered well. */
    String missing(UUID categoryId, Map<UUID, String> answers) {
        return categories.attributesOf(categoryId).stream()
                .filter(attribute -> attribute
                        .problem(answers.getOrDefault(attribute.id(), ""))
                        .isPresent())
                .map(Answers::example)
                .collect(Collectors.joining("；"));
    }

    private static Optional<SheetFault> problem(Attribute attribute, Map<UUID, String> answers) {
        return attribute.problem(answers.getOrDefault(attribute.id(), "")).map(problem -> switch (problem) {
            case MISSING -> fault(Reason.ATTRIBUTE_MISSING, example(attribute));
            case TOO_LONG -> fault(Reason.TOO_LONG, Integer.toString(Attribute.VALUE_CHARS_MAX));
            case NOT_A_NUMBER, NOT_A_CHOICE ->
                fault(Reason.ATTRIBUTE_VALUE, attribute.nameZh() + "（" + may(attribute) + "）");
        });
    }

    private static SheetFault fault(Reason reason, String detail) {
        return new SheetFault(Column.ATTRIBUTES, reason, detail);
    }

    /** The cell that says these answers. */
    String written(UUID categoryId, Map<UUID, String> answers) {
        return categories.attributesOf(categoryId).stream()
                .filter(attribute -> answers.containsKey(attribute.id()))
                .map(attribute -> attribute.nameZh() + "=" + word(attribute, answers.getOrDefault(attribute.id(), "")))
                .collect(Collectors.joining("；"));
    }

    private static String word(Attribute attribute, String answer) {
        return attribute.kind() == Attribute.Kind.YES_NO ? answer.equals(Attribute.YES) ? "是" : "否" : answer;
    }

    /** What may be answered, in words. */
    static String may(Attribute attribute) {
        return switch (attribute.kind()) {
            case TEXT -> "文字";
            case NUMBER -> attribute.unit().isEmpty() ? "数字" : "数字，单位 " + attribute.unit();
            case CHOICE ->
                attribute.choices().stream().map(Attribute.Choice::zh).collect(Collectors.joining(" / "));
            case YES_NO -> "是 / 否";
        };
    }

    static String example(Attribute attribute) {
        return attribute.nameZh() + "="
                + switch (attribute.kind()) {
                    case TEXT -> "";
                    case NUMBER -> "12";
                    case CHOICE -> attribute.choices().getFirst().zh();
                    case YES_NO -> "是";
                };
    }

    private Map<String, Attribute> byName(UUID categoryId) {
        Map<String, Attribute> asked = new LinkedHashMap<>();
        categories.attributesOf(categoryId).forEach(attribute -> asked.put(attribute.nameZh(), attribute));
        return asked;
    }

    private static Map<String, String> parts(String cell) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : BETWEEN.split(cell, -1)) {
            if (!part.isBlank()) {
                String[] said = IS.split(part, 2);
                parts.put(said[0].strip(), said.length < 2 ? "" : said[1].strip());
            }
        }
        return parts;
    }
}
