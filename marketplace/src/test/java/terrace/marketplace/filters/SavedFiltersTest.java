package terrace.marketplace.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.filters.SavedFilter.Place;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class SavedFiltersTest {
    @Inject
    SavedFilters filters;

    @Inject
    Accounts accounts;

    @Test
    void a_filter_is_kept_under_its_name_said_anew_and_dropped() {
        UUID person = person();
        assertThat(filters.keep(person, filter("去北京", "state=TO_SHIP&province=11")))
                .isEqualTo(Keeping.KEPT);
        assertThat(filters.keep(person, filter(" 去北京 ", "state=LATE&province=11")))
                .isEqualTo(Keeping.KEPT);
        assertThat(filters.of(person, Place.ORDERS)).containsExactly(filter("去北京", "state=LATE&province=11"));
        assertThat(filters.of(person, Place.LISTINGS)).isEmpty();
        assertThat(filters.of(person(), Place.ORDERS)).isEmpty();
        filters.drop(person(), Place.ORDERS, "去北京");
        assertThat(filters.of(person, Place.ORDERS)).hasSize(1);
        filters.drop(person, Place.ORDERS, "去北京");
        filters.drop(person, Place.ORDERS, "去北京");
        assertThat(filters.of(person, Place.ORDERS)).isEmpty();
    }

    @Test
    void a_name_is_neither_empty_nor_long() {
        assertThat(filters.keep(person(), filter(" ", "state=LATE"))).isEqualTo(Keeping.NAME_LENGTH);
        assertThat(filters.keep(person(), filter("名".repeat(21), "state=LATE"))).isEqualTo(Keeping.NAME_LENGTH);
    }

    @Test
    void many_at_once_do_not_pass_the_limit() throws Exception {
        UUID person = person();
        List<Callable<Keeping>> race = new ArrayList<>();
        for (int at = 0; at < SavedFilters.FILTERS_MAX + 10; at++) {
            String name = "filter " + at;
            race.add(() -> filters.keep(person, filter(name, "state=LATE")));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Keeping> future : threads.invokeAll(race)) {
                assertThat(future.get()).isIn(Keeping.KEPT, Keeping.TOO_MANY);
            }
        }
        List<SavedFilter> kept = filters.of(person, Place.ORDERS);
        assertThat(kept).hasSize(SavedFilters.FILTERS_MAX);
        assertThat(filters.keep(person, filter(kept.getFirst().name(), "state=SHIPPED")))
                .isEqualTo(Keeping.KEPT);
    }

    private static SavedFilter filter(String name, String query) {
        return new SavedFilter(Place.ORDERS, name, query);
    }

    private UUID person() {
        String name = Ids.next() + "@example.com";
        return ((Registration.Registered) accounts.create(name, "a-terraced-hill-of-rice", "张三", Set.of(Role.MEMBER)))
                .account()
                .id();
    }
}
