package terrace.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import terrace.search.suggest.PrefixTable.Line;
import terrace.search.suggest.Suggestion.Kind;

class PrefixTableTest {
    private static final Suggestion RED_RICE = new Suggestion("红米", Kind.WORD, "红米");
    private static final Suggestion JUJUBE = new Suggestion("红枣", Kind.WORD, "红枣");
    private static final Suggestion WALNUT = new Suggestion("核桃", Kind.WORD, "核桃");

    private final PrefixTable table = new PrefixTable(List.of(
            new Line("红米", RED_RICE, 5),
            new Line("hongmi", RED_RICE, 5),
            new Line("hm", RED_RICE, 5),
            new Line("红枣", JUJUBE, 9),
            new Line("hongzao", JUJUBE, 9),
            new Line("hetao", WALNUT, 100)));

    @Test
    void one_character_is_enough_and_weight_decides() {
        assertThat(table.startingWith("红")).containsExactly(JUJUBE, RED_RICE);
        assertThat(table.startingWith("h")).containsExactly(WALNUT, JUJUBE, RED_RICE);
    }

    @Test
    void what_is_typed_to_its_end_comes_first() {
        assertThat(table.startingWith("hm")).containsExactly(RED_RICE);
        assertThat(table.startingWith("红米")).containsExactly(RED_RICE);
    }

    @Test
    void nothing_begins_with_nonsense() {
        assertThat(table.startingWith("*:*")).isEmpty();
        assertThat(PrefixTable.EMPTY.startingWith("h")).isEmpty();
    }
}
