package terrace.search.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A small history, the same each time; the large ones are measured by {@link Replay}. */
@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class RerunTest {
    private static final int GOODS = 400;
    private static final int PEOPLE = 120;
    private static final int TRAINED_DAYS = 70;

    @Inject
    Stage stage;

    @Test
    void what_people_buy_next_is_foretold_better_than_by_what_sells_most() {
        Rerun.Outcome outcome = Rerun.of(stage, 7, GOODS, PEOPLE, TRAINED_DAYS);
        assertThat(outcome.asked()).isGreaterThan(100);
        assertThat(outcome.ours()).isGreaterThan(1.1 * outcome.popular());
        assertThat(outcome.ours()).isGreaterThan(1.1 * outcome.inProvince());
    }
}
