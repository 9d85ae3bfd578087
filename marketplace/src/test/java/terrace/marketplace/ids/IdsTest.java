package terrace.marketplace.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final int IDS = 2_000;
    private static final long APART_NANOS = 20_000;

    @Test
    void what_was_made_later_is_greater_within_a_millisecond_too() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < IDS; i++) {
            made.add(Ids.next().toString());
            waitABit();
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    private static void waitABit() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < APART_NANOS) {
            Thread.onSpinWait();
        }
    }

    @Test
    void they_are_of_the_seventh_version_and_of_now() {
        long before = System.currentTimeMillis();
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < IDS; i++) {
            made.add(Ids.next());
        }
        long after = System.currentTimeMillis();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
        });
        assertThat(new HashSet<>(made)).hasSize(IDS);
    }
}
