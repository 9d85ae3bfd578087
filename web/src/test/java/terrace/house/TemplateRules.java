package terrace.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** What a template may not contain. Templates are parts of pages, so they are read as plain markup, not as a page. */
final class TemplateRules {
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern INLINED = Pattern.compile("\\[[\\[(].*?[)\\]]]", Pattern.DOTALL);
    private static final Pattern HANDLER = Pattern.compile("(th:)?on\\w+|hx-on.*");
    private static final Set<String> SHOWN = Set.of("alt", "title", "placeholder", "aria-label", "label", "content");
    private static final Pattern ASKS =
            Pattern.compile("(^|.*[,\\s])hx-(get|post|put|patch|delete)=.*", Pattern.DOTALL);

    private TemplateRules() {}

    static List<String> inline(String template) {
        return findings(template, (element, found) -> {
            boolean style = element.normalName().equals("style");
            boolean from = element.hasAttr("src") || element.hasAttr("th:src");
            boolean script = element.normalName().equals("script") && !from;
            if (style || script) {
                found.add("<" + element.tagName() + "> with its own content");
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                boolean own = name.equals("style")
                        || name.equals("th:style")
                        || HANDLER.matcher(name).matches();
                if (own
                        || attribute.getValue().strip().startsWith("js:")
                        || attribute.getValue().contains("=js:")) {
                    found.add(attribute.toString());
                }
            }
        });
    }

    /** Text that is replaced when the page is made may stand as a sample; any other belongs into the bundles. */
    static List<String> words(String template) {
        return findings(template, (element, found) -> {
            for (TextNode text : element.textNodes()) {
                String own = INLINED.matcher(text.getWholeText()).replaceAll("");
                if (LETTER.matcher(own).find() && !replaced(element)) {
                    found.add("text \"" + own.strip() + "\"");
                }
            }
            for (Attribute attribute : element.attributes()) {
                boolean plain = SHOWN.contains(attribute.getKey())
                        && LETTER.matcher(attribute.getValue()).find();
                boolean meta = element.normalName().equals("meta");
                if ((plain && !meta) || CHINESE.matcher(attribute.getValue()).find()) {
                    found.add(attribute.toString());
                }
            }
        });
    }

    static List<String> swaps(String template) {
        return findings(template, (element, found) -> {
            StringBuilder all = new StringBuilder();
            for (Attribute attribute : element.attributes()) {
                all.append(' ').append(attribute.getKey().equals("th:attr") ? "" : attribute.getKey() + "=");
                all.append(attribute.getValue());
            }
            if (ASKS.matcher(all).matches() && !(all.indexOf("hx-target=") >= 0 && all.indexOf("hx-swap=") >= 0)) {
                found.add("<" + element.tagName() + all + "> without hx-target and hx-swap of its own");
            }
        });
    }

    private static boolean replaced(Element element) {
        return element.hasAttr("th:text")
                || element.hasAttr("th:utext")
                || (element.parent() != null && replaced(element.parent()));
    }

    private static List<String> findings(String template, BiConsumer<Element, List<String>> rule) {
        List<String> found = new ArrayList<>();
        Jsoup.parse(template, Parser.xmlParser()).getAllElements().forEach(element -> rule.accept(element, found));
        return found;
    }
}
