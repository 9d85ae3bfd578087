package terrace.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class WordsTest {
    @Inject
    Words words;

    @Test
    void a_title_is_cut_into_goods_and_the_words_inside_them() {
        assertThat(words.toIndex("红河县哈尼红米2.5kg")).contains("红河县", "哈尼红米", "红米", "kg");
        assertThat(words.toIndex("黑木耳干货")).contains("黑木耳", "木耳", "干货");
    }

    @Test
    void a_question_is_cut_into_words_that_titles_were_cut_into() {
        for (String word : new String[] {"红米", "哈尼红米", "赣南脐橙", "五常大米", "木耳"}) {
            assertThat(words.toIndex("正宗" + word + "5斤装")).containsAll(words.toFind(word));
        }
    }

    @Test
    void one_spelling_stands_for_full_width_traditional_and_capitals() {
        assertThat(Spelling.fold("ＫＧ 機械")).isEqualTo("kg 机械");
        assertThat(Spelling.foldInPlace("蘋果５斤KG")).isEqualTo("苹果5斤kg").hasSize(6);
    }

    @Test
    void a_word_sounds_in_full_and_by_its_initials() {
        assertThat(Pinyin.full("红米")).isEqualTo("hongmi");
        assertThat(Pinyin.initials("红米")).isEqualTo("hm");
        assertThat(Pinyin.full("重庆5斤")).isEqualTo("chongqing5jin");
    }

    @Test
    void marks_and_blanks_are_no_words() {
        assertThat(words.toFind("*:* ()[]{} \uD83C\uDF4E ，。")).isEmpty();
    }
}
