package terrace.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeptPagesTest {
    private static final int READERS = 20;
    private static final UUID LISTING = UUID.randomUUID();
    private static final String KEY = "60|zh|/listings/" + LISTING + "|listing";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KeptPages pages = new KeptPages(meters);
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void a_page_that_many_want_at_once_is_made_by_the_first_of_them() throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PageBytes> first = readers.submit(() -> pages.get(KEY, this::slow));
            begun.await();
            List<Future<PageBytes>> others = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                others.add(readers.submit(() -> pages.get(KEY, this::slow)));
            }
            TimeUnit.MILLISECONDS.sleep(50);
            mayEnd.countDown();
            for (Future<PageBytes> other : others) {
                assertThat(other.get()).isSameAs(first.get());
            }
        }
        assertThat(made).hasValue(1);
        assertThat(count("hit")).isEqualTo(READERS);
        assertThat(count("miss")).isEqualTo(1);
    }

    @Test
    void whoever_waited_for_one_that_could_not_be_made_makes_it_themselves() throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PageBytes> first = readers.submit(() -> pages.get(KEY, () -> {
                slow();
                throw new IllegalArgumentException("the first one's trouble");
            }));
            begun.await();
            Future<PageBytes> second = readers.submit(() -> pages.get(KEY, () -> PageBytes.of("second")));
            TimeUnit.MILLISECONDS.sleep(50);
            mayEnd.countDown();
            assertThat(second.get().size()).isEqualTo("second".length());
            assertThatThrownBy(first::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(pages.get(KEY, () -> PageBytes.of("again")).size()).isEqualTo("again".length());
    }

    @Test
    void what_is_forgotten_while_it_is_made_is_not_kept() throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PageBytes> before = readers.submit(() -> pages.get(KEY, this::slow));
            begun.await();
            pages.forget(Set.of(LISTING));
            assertThat(pages.get(KEY, () -> PageBytes.of("new")).size()).isEqualTo(3);
            mayEnd.countDown();
            before.get();
        }
        assertThat(pages.get(KEY, () -> PageBytes.of("newer")).size()).isNotEqualTo("slow page".length());
    }

    @Test
    void of_other_things_nothing_is_forgotten() {
        PageBytes page = pages.get(KEY, () -> PageBytes.of("page"));
        pages.forget(Set.of(UUID.randomUUID()));
        assertThat(pages.get(KEY, () -> PageBytes.of("other"))).isSameAs(page);
        pages.forget(Set.of(LISTING));
        assertThat(pages.get(KEY, () -> PageBytes.of("other"))).isNotSameAs(page);
    }

    private PageBytes slow() {
        made.incrementAndGet();
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return PageBytes.of("slow page");
    }

    private double count(String result) {
        return meters.counter("terrace.pages.cached", "result", result).count();
    }
}
