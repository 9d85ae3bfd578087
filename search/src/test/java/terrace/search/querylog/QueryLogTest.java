package terrace.search.querylog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.clock.Clock;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class QueryLogTest {
    @Inject
    QueryLog log;

    @Inject
    QueryTally tally;

    @Inject
    QueryRows rows;

    @Inject
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "1 3 8 0 0 1",
                "１３８００１３８０００",
                "身份证 11010519491231002X",
                "农户 6222-6000-0000-0000",
                "me@example.com",
                "https://example.com/x",
                "",
                "  \u0000 "
            })
    void what_could_be_somebodys_number_or_address_is_not_kept(String typed) {
        assertThat(LoggedText.of(typed)).isEmpty();
        assertThat(LoggedText.of("米".repeat(10_000))).isEmpty();
    }

    @Test
    void one_text_in_any_spelling_is_one() {
        assertThat(LoggedText.of(" 紅米\u0007  ５斤 ")).contains("红米 5斤").isEqualTo(LoggedText.of("红米 5斤"));
        assertThat(LoggedText.of("2500g 100枚")).isPresent();
    }

    @Test
    void searches_empty_ones_and_clicks_are_counted_by_many_at_once() throws Exception {
        String text = text();
        log.found(text, 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    for (int j = 0; j < 50; j++) {
                        log.searched(text);
                        log.write();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        log.found(text, 3);
        log.searched(text.toUpperCase(java.util.Locale.ROOT));
        log.clicked(text);
        log.write();
        log.write();

        assertThat(log.top(today(), 1_000)).contains(new QueryCount(text, 201, 200, 1));
        assertThat(log.empty(today(), 1_000)).extracting(QueryCount::text).contains(text);
        assertThat(log.days(today())).hasSize(1);
    }

    @Test
    void a_rare_text_is_not_shown_and_soon_gone_and_a_common_one_stays() {
        String rare = text();
        String common = text();
        LocalDate then = today().minusDays(QueryLog.RARE_DAYS + 1);
        rows.add(then, List.of(new QueryCount(rare, QueryLog.SEARCHES_MIN - 1, 0, 0)));
        rows.add(then, List.of(new QueryCount(common, QueryLog.SEARCHES_MIN, 0, 0)));
        rows.add(today().minusDays(QueryLog.KEPT_DAYS + 1), List.of(new QueryCount(common, 1_000, 0, 0)));
        assertThat(texts(then)).contains(common).doesNotContain(rare);

        log.forget();
        log.forget();
        assertThat(rows.most(QueryRows.Order.SEARCHES, LocalDate.EPOCH, 0, 10_000))
                .contains(new QueryCount(common, QueryLog.SEARCHES_MIN, 0, 0))
                .extracting(QueryCount::text)
                .doesNotContain(rare);
    }

    @Test
    void memory_is_bounded() {
        tally.take();
        for (int i = 0; i < QueryTally.TEXTS_MAX * 2; i++) {
            tally.searched("text " + i);
        }
        assertThat(tally.take()).hasSize(QueryTally.TEXTS_MAX);
    }

    private List<String> texts(LocalDate from) {
        return log.top(from, 10_000).stream().map(QueryCount::text).toList();
    }

    private LocalDate today() {
        return clock.today();
    }

    private static String text() {
        return "词" + UUID.randomUUID().toString().replaceAll("\\d", "");
    }
}
