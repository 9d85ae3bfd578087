package terrace.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page's form would send if nothing in it was touched: just enough of HTML for our own pages. */
final class FilledForm {
    private static final Pattern CONTROL = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option([^>]*selected[^>]*)>");

    private FilledForm() {}

    /** @param action the address the form is sent to */
    static Map<String, String> of(String page, String action) {
        int from = page.indexOf("action=\"" + action + "\"");
        if (from < 0) {
            throw new IllegalStateException("no form for " + action);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(page.substring(from, page.indexOf("</form>", from)));
        while (control.find()) {
            if (control.group(1) != null) {
                input(control.group(1), fields);
            } else if (control.group(2) != null) {
                fields.put(attribute(control.group(2), "name"), plain(control.group(3)));
            } else {
                Matcher chosen = CHOSEN.matcher(control.group(5));
                fields.put(
                        attribute(control.group(4), "name"), chosen.find() ? attribute(chosen.group(1), "value") : "");
            }
        }
        return fields;
    }

    private static void input(String attributes, Map<String, String> fields) {
        String type = attribute(attributes, "type");
        boolean ticks = type.equals("checkbox") || type.equals("radio");
        if (!ticks || attributes.contains("checked")) {
            fields.put(attribute(attributes, "name"), attribute(attributes, "value"));
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? plain(value.group(1)) : "";
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
