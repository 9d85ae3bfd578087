package terrace.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which words are asked for, which are there, and whether both languages have them. */
final class Bundles {
    /** {@code #{shop.title}} and {@code #{shop.title(${x})}}. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)");

    /** {@code #{${'shop.state.' + state}}}: one key at least must begin like this. */
    private static final Pattern BEGUN_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{'([a-z][\\w-]*\\.[\\w.-]*)' ?\\+");

    private static final Pattern IN_JAVA = Pattern.compile("\"(%s)(\\.[a-z0-9][\\w.-]*)+\"(?! ?\\+)");

    private Bundles() {}

    /** Keys in a template that no bundle has. */
    static List<String> missingOf(String template, Collection<String> keys) {
        List<String> missing = new ArrayList<>();
        for (String key : all(IN_TEMPLATE, template)) {
            if (!keys.contains(key)) {
                missing.add("#{" + key + "}");
            }
        }
        for (String begun : all(BEGUN_IN_TEMPLATE, template)) {
            if (keys.stream().noneMatch(key -> key.startsWith(begun))) {
                missing.add("#{" + begun + "…}");
            }
        }
        return missing;
    }

    /** Literals in Java that look like keys of one of these areas and that no bundle has. */
    static List<String> missingOf(String java, Collection<String> areas, Collection<String> keys) {
        Pattern literal = Pattern.compile(IN_JAVA.pattern().formatted(String.join("|", areas)));
        return literal.matcher(java)
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(1, found.length() - 1))
                .filter(key -> !keys.contains(key))
                .distinct()
                .toList();
    }

    /** What one language says and the other does not. */
    static List<String> onlyInOne(Map<String, String> one, Map<String, String> other) {
        Set<String> either = new TreeSet<>(one.keySet());
        either.addAll(other.keySet());
        return either.stream()
                .filter(key -> one.getOrDefault(key, "").isBlank()
                        || other.getOrDefault(key, "").isBlank())
                .toList();
    }

    /** Texts with an apostrophe that MessageFormat would swallow, with all that follows it. */
    static List<String> loneApostrophes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().replace("''", "").contains("'"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same fillings in both languages, or one of them leaves something out. */
    static List<String> unlikeFillings(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .filter(entry -> other.containsKey(entry.getKey()))
                .filter(entry -> !fillings(entry.getValue()).equals(fillings(other.getOrDefault(entry.getKey(), ""))))
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, String> read(Path file) {
        return read(Sources.text(file));
    }

    static Map<String, String> read(String bundle) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }

    private static Set<String> fillings(String text) {
        return new TreeSet<>(all(Pattern.compile("\\{(\\d)"), text));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
