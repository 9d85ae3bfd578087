package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShopperTextTest {
    @Test
    void text_is_cut_to_length_by_characters_and_not_through_one() {
        assertThat(ShopperText.understood("米".repeat(10_000))).hasSize(SearchRequest.SEARCH_TEXT_MAX);
        String apples = ShopperText.understood("\uD83C\uDF4E".repeat(5_000));
        assertThat(apples.codePointCount(0, apples.length())).isEqualTo(SearchRequest.SEARCH_TEXT_MAX);
        assertThat(Character.isSurrogatePair(apples.charAt(198), apples.charAt(199)))
                .isTrue();
    }

    @Test
    void control_characters_become_blanks_and_blanks_one_blank() {
        assertThat(ShopperText.understood("  红\u0000米\u202e\t\n5斤 ")).isEqualTo("红 米 5斤");
    }

    @Test
    void half_a_character_is_not_text() {
        assertThat(ShopperText.understood("红米\uD83C")).isEqualTo("红米");
    }
}
