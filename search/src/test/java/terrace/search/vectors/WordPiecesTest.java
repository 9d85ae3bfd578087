package terrace.search.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final String VOCABULARY = """
            {"model": {"vocab": {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "红": 10, "米": 11, "rice": 20, "red": 21,
            "##rice": 22, "5": 30, "##0": 31, ",": 40}}}""";

    private WordPieces pieces;

    @BeforeEach
    void read() throws IOException {
        pieces = WordPieces.read(new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void chinese_goes_by_characters_and_latin_by_the_longest_piece_first() {
        assertThat(pieces.of("红米")).containsExactly(1, 10, 11, 2);
        assertThat(pieces.of("redrice, 50 红")).containsExactly(1, 21, 22, 40, 30, 31, 10, 2);
    }

    @Test
    void what_it_does_not_know_is_one_unknown_piece() {
        assertThat(pieces.of("ricex 米")).containsExactly(1, 3, 11, 2);
        assertThat(pieces.of("r".repeat(101))).containsExactly(1, 3, 2);
        assertThat(pieces.of("")).containsExactly(1, 2);
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(pieces.of("米".repeat(10_000))).hasSize(128).endsWith(2);
    }

    @Test
    void a_vocabulary_without_its_own_marks_is_refused() {
        var empty = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WordPieces.read(empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[CLS]");
    }
}
