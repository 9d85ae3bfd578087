package terrace.marketplace.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What lets tests go side by side. */
class EmbeddedDatabaseTest {
    @Test
    void each_thread_that_opens_a_market_of_a_test_has_a_database_of_its_own_and_keeps_it() throws Exception {
        DataFolder folder = DataFolder.current();
        assertThat(folder.lasting()).isFalse();
        String here = EmbeddedDatabase.start(folder);
        assertThat(EmbeddedDatabase.start(folder)).isEqualTo(here);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            String there = other.submit(() -> EmbeddedDatabase.start(folder)).get();
            assertThat(there).isNotEqualTo(here);
            assertThat(other.submit(() -> EmbeddedDatabase.start(folder)).get()).isEqualTo(there);
        }
    }
}
