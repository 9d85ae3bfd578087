package terrace.web.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form, and what has to be mended; the page shows both again. */
public record Form(Map<String, String> values, List<Problem> errors) {
    public static final Form EMPTY = new Form(Map.of(), List.of());

    /**
     * Something to mend.
     *
     * @param field the input it belongs to, by id
     * @param key of the sentence that says how
     */
    public record Problem(String field, String key) {}

    public static Form of(Map<String, String> typed) {
        return new Form(Map.copyOf(typed), List.of());
    }

    public Form with(String field, String key) {
        List<Problem> more = new java.util.ArrayList<>(errors);
        more.add(new Problem(field, key));
        return new Form(values, List.copyOf(more));
    }

    /** The values again, in fields nobody sees, for another form that sends them on. */
    String hidden() {
        StringBuilder fields = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) -> fields.append("<input type=\"hidden\" name=\"")
                        .append(escaped(name))
                        .append("\" value=\"")
                        .append(escaped(value))
                        .append("\">"));
        return fields.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The key of the first problem of a field. */
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::key)
                .findFirst()
                .orElse(null);
    }
}
