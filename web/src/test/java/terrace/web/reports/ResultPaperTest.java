package terrace.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultPaperTest {
    @Test
    void long_sentences_go_on_in_the_next_line_and_lose_nothing() {
        var chinese = "两家合作社的头一批货都寄到了。".repeat(12);
        assertThat(String.join("", ResultPaper.wrapped(chinese))).isEqualTo(chinese);
        assertThat(ResultPaper.wrapped(chinese)).allMatch(line -> line.length() <= 53);
        var english = "Rice sold better than oranges. ".repeat(12).strip();
        assertThat(String.join(" ", ResultPaper.wrapped(english))).isEqualTo(english);
        assertThat(ResultPaper.wrapped("")).containsExactly("");
    }
}
