package terrace.web.pages;

import java.util.Map;
import java.util.TreeMap;

/** Carries what was typed into one form on in another. */
final class HiddenFields {
    private HiddenFields() {}

    static String of(Map<String, String> typed) {
        StringBuilder fields = new StringBuilder();
        new TreeMap<>(typed)
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
}
