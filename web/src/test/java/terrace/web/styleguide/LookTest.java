package terrace.web.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LookTest {
    private static final int CSS_GZIP_BYTES_MAX = 14 * 1024;
    private static final int JS_BYTES_MAX = 5 * 1024;
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TOKEN = Pattern.compile("--c-([\\w-]+):\\s*(#\\w+)");
    private static final Pattern INLINE = Pattern.compile("<[^>]*\\s(style|th:style|on\\w+|hx-on[\\w:-]*)=");
    private static final Pattern ICON = Pattern.compile("icon\\('([a-z]+)'\\)");
    /** Text on its ground: 4.5 to 1. */
    private static final String TEXT = """
            ink/paper ink/surface ink/sunk ink-2/paper ink-2/surface ink-2/sunk ink-3/paper ink-3/surface ink-3/sunk \
            brand/paper brand/surface brand/sunk brand/brand-tint link/paper link/surface \
            price/paper price/surface price/sunk danger-text/surface danger-text/danger-tint \
            ink/brand-tint ink/gold-tint ink/danger-tint ink/info-tint on-brand/brand on-brand/brand-strong \
            on-deep/deep on-deep/deep-2 brand-strong/brand-tint gold-text/gold-tint aid/aid-tint on-aid/aid \
            info/info-tint surface/danger paper/ink""";
    /** Edges and marks: 3 to 1. */
    private static final String MARKS =
            "control/paper control/surface control/sunk focus/paper focus/surface focus/sunk "
                    + "focus/brand-tint gold/paper gold/surface gold/sunk danger/surface";

    @Test
    void words_and_marks_stand_out_in_every_mode() throws IOException {
        String css = css();
        Map<String, String> light = tokens(css, ":root {");
        Map<String, String> dark = new HashMap<>(light);
        dark.putAll(tokens(css, ":root:not([data-theme=light]) {"));
        Map<String, String> high = new HashMap<>(light);
        high.putAll(tokens(css, "[data-contrast=high] {"));
        for (Map<String, String> mode : List.of(light, dark, high)) {
            check(mode, TEXT, 4.5);
            check(mode, MARKS, 3);
        }
    }

    @Test
    void both_ways_into_the_dark_say_the_same() throws IOException {
        assertThat(tokens(css(), ":root[data-theme=dark] {"))
                .isNotEmpty()
                .isEqualTo(tokens(css(), ":root:not([data-theme=light]) {"));
    }

    @Test
    void colours_are_named_once() throws IOException {
        String css = css().replaceAll("(?s)/\\*.*?\\*/", "");
        String rest = css.substring(css.indexOf("@layer base {"), css.indexOf("@layer modes {"));
        assertThat(Pattern.compile(":[^;{}]*#[0-9A-Fa-f]{3,8}\\b")
                        .matcher(rest)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void style_and_script_stay_small() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(RESOURCES.resolve("static/css/site.css")));
        }
        assertThat(packed.size()).isLessThan(CSS_GZIP_BYTES_MAX);
        assertThat(Files.size(RESOURCES.resolve("static/js/site.js"))).isLessThan(JS_BYTES_MAX);
    }

    @Test
    void templates_carry_no_inline_style_or_script_and_only_icons_that_exist() throws IOException {
        String sprite = Files.readString(RESOURCES.resolve("static/icons.svg"));
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("views"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                String html = Files.readString(file);
                assertThat(INLINE.matcher(html).find()).as("inline in %s", file).isFalse();
                assertThat(ICON.matcher(html).results().map(icon -> icon.group(1)))
                        .as("icons of %s", file)
                        .allSatisfy(icon -> assertThat(sprite).contains("id=\"" + icon + "\""));
            }
        }
    }

    private static void check(Map<String, String> mode, String pairs, double least) {
        for (String pair : pairs.split(" ", -1)) {
            int slash = pair.indexOf('/');
            double one = luminance(mode, pair.substring(0, slash));
            double other = luminance(mode, pair.substring(slash + 1));
            double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            assertThat(contrast).as(pair).isGreaterThanOrEqualTo(least);
        }
    }

    private static double luminance(Map<String, String> mode, String token) {
        String hex = Objects.requireNonNull(mode.get(token), token).substring(1);
        String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return 0.2126 * linear(full, 0) + 0.7152 * linear(full, 2) + 0.0722 * linear(full, 4);
    }

    private static double linear(String hex, int at) {
        double share = Integer.parseInt(hex, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String css, String block) {
        int from = css.indexOf(block);
        assertThat(from).as(block).isNotNegative();
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(css.substring(from, css.indexOf('}', from)))
                .results()
                .forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static String css() throws IOException {
        return Files.readString(RESOURCES.resolve("static/css/site.css"));
    }
}
