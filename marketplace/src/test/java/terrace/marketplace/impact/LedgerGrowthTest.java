package terrace.marketplace.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/** Ledgers are reckoned once from the facts of their pavilion, and from then on grow by what came since. */
@MicronautTest(transactional = false)
class LedgerGrowthTest {
    private static final Instant NOW = Instant.parse("2033-05-20T02:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2033, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2033, 12, 31);
    private static final Pattern MARK = Pattern.compile("\\?");

    @Inject
    Impact impact;

    @Inject
    ImpactFacts facts;

    @Inject
    Pavilions pavilions;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final String order = UUID.randomUUID().toString();
    private int lines;

    @Test
    void what_grew_is_what_a_whole_reckoning_finds() {
        String code = "grown-" + UUID.randomUUID();
        pavilions.define(new Pavilion(code, "馆", "House", Pavilion.Kind.ORIGIN, "53", "", "", 1, List.of()));
        sell("532529", 2);
        same(code, 2_500);
        sell("532529", 1);
        // of no province of the pavilion, of another year, and a part that came back
        sell("360726", 1);
        facts.countPaid(line("532529", NOW.plusSeconds(400L * 86_400)));
        facts.countReturned(order, 1, 7, 250, NOW.plusSeconds(60L * 86_400));
        same(code, 3_500);
        Ledger before = impact.grow(new Impact.Asked(FIRST, LAST, code));
        assertThat(impact.grow(new Impact.Asked(FIRST, LAST, code)))
                .as("nothing came since")
                .isSameAs(before);
    }

    @Test
    void a_pavilions_facts_are_found_by_their_index_and_new_ones_by_their_numbers() {
        String days = "'2033-01-01', '2033-12-31'";
        assertThat(plan(ReckoningRows.OF_PAVILION, "text, bigint, date, date", "'yunnan', 9, " + days))
                .contains("impact_fact_pavilions")
                .doesNotContain("impact_fact_day");
        assertThat(plan(
                        ReckoningRows.SINCE,
                        "bigint, bigint, date, date, text, text",
                        "7, 9, " + days + ", 'yunnan', 'yunnan'"))
                .contains("impact_fact_pkey")
                .doesNotContain("impact_fact_day");
    }

    private void same(String pavilion, long fen) {
        for (@Nullable String each : new @Nullable String[] {pavilion, null}) {
            assertThat(impact.grow(new Impact.Asked(FIRST, LAST, each)))
                    .as(String.valueOf(each))
                    .isEqualTo(impact.reckon(FIRST, LAST, each));
        }
        assertThat(impact.grow(new Impact.Asked(FIRST, LAST, pavilion)).total().fen())
                .isEqualTo(fen);
    }

    private void sell(String county, int times) {
        for (int time = 0; time < times; time++) {
            facts.countPaid(line(county, NOW));
        }
    }

    private PaidLine line(String county, Instant at) {
        lines++;
        return new PaidLine(order, lines, UUID.randomUUID(), UUID.randomUUID(), county, 1_000, 1_250, at);
    }

    /** As PostgreSQL does it for any arguments, where reading the whole table is the last thing it does. */
    private String plan(String sql, String types, String arguments) {
        AtomicInteger number = new AtomicInteger();
        String numbered = MARK.matcher(sql).replaceAll(mark -> "\\$" + number.incrementAndGet());
        return transactions.executeWrite(status -> {
            run("set local enable_seqscan = off");
            run("set local plan_cache_mode = force_generic_plan");
            run("prepare asked (" + types + ") as " + numbered);
            String plan = jdbc.prepareStatement("explain execute asked (" + arguments + ")", statement -> {
                StringBuilder lines = new StringBuilder();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lines.append(row.getString(1)).append('\n');
                    }
                }
                return lines.toString();
            });
            run("deallocate asked");
            return plan;
        });
    }

    private void run(String sql) {
        jdbc.prepareStatement(sql, PreparedStatement::execute);
    }
}
