package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import terrace.search.words.Synonyms;
import terrace.search.words.Words;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class TitleMarksTest {
    @Inject
    Words words;

    @Inject
    Synonyms synonyms;

    @Test
    void what_was_asked_for_is_marked_and_nothing_of_the_title_is_lost() {
        assertThat(marked("红米", "红河县哈尼红米 5斤装")).isEqualTo("红河县哈尼[红米] 5斤装");
        assertThat(marked("红米 5斤", "哈尼红米 5斤装")).isEqualTo("哈尼[红米] [5斤装]");
    }

    @Test
    void capitals_widths_and_traditional_characters_are_marked_where_they_stand() {
        assertThat(marked("苹果", "山东蘋果ＮＦＣ汁")).isEqualTo("山东[蘋果]ＮＦＣ汁");
        assertThat(marked("nfc", "山东蘋果ＮＦＣ汁")).isEqualTo("山东蘋果[ＮＦＣ]汁");
    }

    @Test
    void pinyin_and_initials_mark_the_words_they_sound() {
        assertThat(marked("hongmi", "哈尼红米 5斤")).isEqualTo("哈尼[红米] 5斤");
        assertThat(marked("hm", "哈尼红米 5斤")).isEqualTo("哈尼[红米] 5斤");
    }

    @Test
    void markup_in_a_title_stays_text() {
        assertThat(marked("米", "<b>红米</b>")).isEqualTo("<b>红[米]</b>");
    }

    private String marked(String typed, String title) {
        return new TitleMarks(ShopperText.of(typed, words), words, synonyms, Map.of())
                .of(title).stream()
                        .map(span -> span.marked() ? "[" + span.text() + "]" : span.text())
                        .collect(Collectors.joining());
    }
}
