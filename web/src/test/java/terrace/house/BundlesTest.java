package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import terrace.catalog.media.Motif;
import terrace.web.pages.Words;

/** Every word that is asked for is there, in Chinese and in English. */
@Execution(ExecutionMode.CONCURRENT)
class BundlesTest {
    private static final List<Path> CHINESE = Sources.ending(".properties").stream()
            .filter(file -> file.toString().contains("/main/resources/i18n/"))
            .filter(file -> Files.exists(english(file)))
            .toList();
    private static final Map<String, String> WEB = texts(CHINESE);

    @Test
    void what_templates_say_is_there() {
        List<Path> templates = Sources.ending(".html").stream()
                .filter(file -> file.toString().contains("/views/"))
                .toList();
        assertThat(Sources.findings(templates, text -> Bundles.missingOf(text, WEB.keySet())))
                .isEmpty();
        assertThat(Bundles.missingOf("<p th:text=\"#{shop.nowhere(${a})}\">", WEB.keySet()))
                .containsExactly("#{shop.nowhere}");
        assertThat(Bundles.missingOf("<p th:text=\"#{${'shop.nowhere.' + a}}\">", WEB.keySet()))
                .containsExactly("#{shop.nowhere.…}");
    }

    @Test
    void what_java_says_is_there() {
        List<Path> java = Sources.ending(".java").stream()
                .filter(file -> file.toString().contains("/web/src/main/"))
                .toList();
        assertThat(Sources.findings(java, text -> Bundles.missingOf(text, Words.AREAS, WEB.keySet())))
                .isEmpty();
        assertThat(Bundles.missingOf("say(language, \"shop.nowhere\")", Words.AREAS, WEB.keySet()))
                .containsExactly("shop.nowhere");
    }

    @Test
    void every_drawing_has_a_name() {
        assertThat(WEB.keySet())
                .containsAll(Stream.of(Motif.values())
                        .map(motif -> "goods.motif." + motif.code())
                        .toList());
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(CHINESE).hasSizeGreaterThan(Words.AREAS.size() / 2);
        for (Path chinese : CHINESE) {
            Map<String, String> one = Bundles.read(chinese);
            Map<String, String> other = Bundles.read(english(chinese));
            assertThat(Bundles.onlyInOne(one, other))
                    .as("only in one of %s", chinese)
                    .isEmpty();
            assertThat(Bundles.unlikeFillings(one, other))
                    .as("filled differently in %s", chinese)
                    .isEmpty();
        }
        assertThat(Bundles.onlyInOne(Map.of("a.b", "词"), Map.of("a.c", "word"))).isEqualTo(List.of("a.b", "a.c"));
        assertThat(Bundles.onlyInOne(Map.of("a.b", "词"), Map.of("a.b", " "))).containsExactly("a.b");
        assertThat(Bundles.unlikeFillings(Map.of("a", "{0}元 {1}"), Map.of("a", "¥{0}")))
                .containsExactly("a");
    }

    @Test
    void no_apostrophe_swallows_a_text() {
        assertThat(Bundles.loneApostrophes(WEB)).isEmpty();
        assertThat(Bundles.loneApostrophes(
                        texts(CHINESE.stream().map(BundlesTest::english).toList())))
                .isEmpty();
        assertThat(Bundles.loneApostrophes(Map.of("a", "can't", "b", "can''t"))).containsExactly("a");
    }

    private static Path english(Path chinese) {
        return chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Map<String, String> texts(List<Path> files) {
        Map<String, String> all = new TreeMap<>();
        files.forEach(file -> all.putAll(Bundles.read(file)));
        return all;
    }
}
