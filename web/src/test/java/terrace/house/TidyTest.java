package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Sizes and small habits, read from the files themselves. Each rule is shown a text it must object to. */
@Execution(ExecutionMode.CONCURRENT)
class TidyTest {
    private static final int JAVA_LINES_MAX = 300;
    private static final int JAVA_COLUMNS_MAX = 120;
    private static final int TEMPLATE_LINES_MAX = 120;
    private static final int TEMPLATE_LINES_NEAR = 80;
    private static final int PACKAGE_CLASSES_MAX = 15;
    /** With the records and enums that the feature speaks; see .decisions/0013. */
    private static final int PACKAGE_FILES_MAX = 30;

    private static final String[] TEXT_FILES = {
        ".java", ".html", ".sql", ".css", ".js", ".xml", ".yml", ".properties", ".md", ".json"
    };
    /** Spelt in pieces, so that this file does not trip over itself. */
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    /** Something that does things, at the edge of its file: no record, enum, annotation or sealed result. */
    private static final Pattern CLASS =
            Pattern.compile("^(public )?(abstract )?(non-sealed )?(final )?(class|interface) ", Pattern.MULTILINE);

    private static final Set<String> FRAME_FILES = Set.of("layout.html", "backoffice.html", "small-frame.html");
    private static final Pattern FRAMES = Pattern.compile("\\$\\{[^}]*\\b(pageTitle|content|section)\\b[^}]*}");

    private static final List<Path> JAVA = Sources.ending(".java");
    private static final List<Path> TEMPLATES = Sources.ending(".html").stream()
            .filter(file -> file.toString().contains("/views/"))
            .toList();

    @Test
    void a_java_file_is_read_in_one_go() {
        Function<String, List<String>> rule = text -> longerThan(JAVA_LINES_MAX, text);
        holds(rule, JAVA);
        catches(rule, "line\n".repeat(JAVA_LINES_MAX + 1));
    }

    @Test
    void a_line_of_java_fits_the_window() {
        Function<String, List<String>> rule = text -> widerThan(JAVA_COLUMNS_MAX, text);
        holds(rule, JAVA);
        catches(rule, "x".repeat(JAVA_COLUMNS_MAX + 1));
    }

    @Test
    void a_method_is_short_and_its_money_whole() {
        assertThat(JAVA).isNotEmpty();
        assertThat(JavaShape.findings(JAVA)).isEmpty();
        catches(JavaShape::findings, "class A { void a() {" + "\n;".repeat(50) + "} }");
        catches(JavaShape::findings, "class A { void pay(double priceFen) {} }");
        catches(JavaShape::findings, "class A { void pay() { Float amount = 1f; } }");
        catches(JavaShape::findings, "record Price(float yuan) {}");
    }

    @Test
    void a_template_is_one_thing() {
        Function<String, List<String>> rule = text -> longerThan(TEMPLATE_LINES_MAX, text);
        holds(rule, TEMPLATES);
        catches(rule, "<p>\n".repeat(TEMPLATE_LINES_MAX + 1));
        Sources.findings(TEMPLATES, text -> longerThan(TEMPLATE_LINES_NEAR, text))
                .forEach(finding -> System.out.println("Grows long, " + finding));
    }

    @Test
    void a_feature_is_a_handful_of_files() {
        List<Path> main = JAVA.stream()
                .filter(file -> file.toString().contains("src/main/java"))
                .toList();
        List<Path> classes = main.stream()
                .filter(file -> CLASS.matcher(Sources.text(file)).find())
                .toList();
        assertThat(crowds(main, PACKAGE_FILES_MAX)).isEmpty();
        assertThat(crowds(classes, PACKAGE_CLASSES_MAX)).isEmpty();
        assertThat(crowds(folder(PACKAGE_FILES_MAX + 1), PACKAGE_FILES_MAX)).isNotEmpty();
        assertThat(crowds(folder(PACKAGE_CLASSES_MAX + 1), PACKAGE_CLASSES_MAX)).isNotEmpty();
        assertThat(CLASS.matcher("/** A door. */\n@Singleton\npublic class Doors {")
                        .find())
                .isTrue();
        assertThat(CLASS.matcher("public record Door() {\n    static final class Handle {}\n}")
                        .find())
                .isFalse();
    }

    private static List<Path> folder(int files) {
        return IntStream.range(0, files)
                .mapToObj(number -> Path.of("house/src/main/java/crowded/C" + number + ".java"))
                .toList();
    }

    @Test
    void no_file_has_tabs_or_blanks_at_the_end_of_a_line() {
        List<Path> files = Sources.ending(TEXT_FILES);
        holds(TidyTest::blanks, files);
        catches(TidyTest::blanks, "\tint a;\n");
        catches(TidyTest::blanks, "int a; \n");
        catches(TidyTest::blanks, "int a;\r\n");
        catches(TidyTest::blanks, "int a;");
    }

    @Test
    void nothing_is_left_for_later() {
        Function<String, List<String>> rule = text -> matches(LATER, text);
        holds(rule, Sources.ending(TEXT_FILES));
        catches(rule, "// TO" + "DO: pay the farmers");
        catches(rule, "// FIX" + "ME");
    }

    @Test
    void templates_carry_neither_style_nor_script() {
        holds(TemplateRules::inline, TEMPLATES);
        catches(TemplateRules::inline, "<p style=\"color: red\"></p>");
        catches(TemplateRules::inline, "<p th:style=\"${s}\"></p>");
        catches(TemplateRules::inline, "<style>p {}</style>");
        catches(TemplateRules::inline, "<script>alert(1)</script>");
        catches(TemplateRules::inline, "<button onclick=\"go()\"></button>");
        catches(TemplateRules::inline, "<button hx-on:click=\"go()\"></button>");
        catches(TemplateRules::inline, "<button hx-vals=\"js:{a: 1}\"></button>");
    }

    @Test
    void templates_carry_no_words() {
        holds(TemplateRules::words, TEMPLATES);
        catches(TemplateRules::words, "<p>梯田</p>");
        catches(TemplateRules::words, "<div th:if=\"${a}\"><p>Hello <b th:text=\"${a}\"></b></p></div>");
        catches(TemplateRules::words, "<img alt=\"Rice\">");
        catches(TemplateRules::words, "<input placeholder=\"红米\">");
        catches(TemplateRules::words, "<p th:text=\"${a ? '有货' : ''}\"></p>");
        assertThat(TemplateRules.words("<p th:text=\"#{a.b}\">梯田</p> · <img alt=\"\">[[${a}]]"))
                .isEmpty();
    }

    /** A name of the frame's own in a page means the frame's, whatever the page's record holds under it. */
    @Test
    void pages_do_not_speak_of_what_is_their_frames() {
        Function<String, List<String>> rule = text -> FRAMES.matcher(text.replaceAll("'[^']*'", ""))
                .results()
                .map(MatchResult::group)
                .toList();
        holds(
                rule,
                TEMPLATES.stream()
                        .filter(file -> !FRAME_FILES.contains(file.getFileName().toString()))
                        .toList());
        catches(rule, "<h1 th:text=\"${pageTitle}\">");
    }

    @Test
    void what_htmx_swaps_says_itself_where_and_how() {
        holds(TemplateRules::swaps, TEMPLATES);
        catches(TemplateRules::swaps, "<a hx-get=\"/x\" hx-target=\"#y\"></a>");
        catches(TemplateRules::swaps, "<div hx-target=\"#y\" hx-swap=\"none\"><a th:attr=\"hx-post=@{/x}\"></a></div>");
    }

    private static List<String> longerThan(int most, String text) {
        long lines = text.lines().count();
        return lines > most ? List.of(lines + " lines") : List.of();
    }

    private static List<String> widerThan(int most, String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(number -> lines.get(number).length() > most)
                .mapToObj(number ->
                        "line " + (number + 1) + " is " + lines.get(number).length() + " wide")
                .toList();
    }

    private static List<String> blanks(String text) {
        List<String> found = new ArrayList<>(matches(Pattern.compile("\t|[ \r]+\n"), text));
        if (!text.isEmpty() && !text.endsWith("\n")) {
            found.add("no line end at the end of the file");
        }
        return found;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> "line " + text.substring(0, match.start()).lines().count() + ": "
                        + match.group().strip())
                .toList();
    }

    private static List<String> crowds(List<Path> files, int most) {
        return files.stream()
                .collect(Collectors.groupingBy(file -> String.valueOf(file.getParent())))
                .entrySet()
                .stream()
                .filter(folder -> folder.getValue().size() > most)
                .map(folder -> folder.getKey() + ": " + folder.getValue().size() + " files")
                .sorted()
                .toList();
    }

    private static void holds(Function<String, List<String>> rule, List<Path> files) {
        assertThat(files).isNotEmpty();
        assertThat(Sources.findings(files, rule)).isEmpty();
    }

    private static void catches(Function<String, List<String>> rule, String offender) {
        assertThat(rule.apply(offender)).as("findings in %s", offender).isNotEmpty();
    }
}
