package terrace.marketplace.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long a year's impact takes: {@code mvn -q -pl marketplace -am -Pimpact -Dfacts=5000000} makes the facts, reckons
 * the year from nothing but them and prints the time.
 */
@MicronautTest(transactional = false)
@EnabledIfSystemProperty(named = "terrace.impact.facts", matches = "\\d+")
class RecomputeTest {
    private static final int PIECE = 250_000;
    private static final int HOUSEHOLDS = 70_000;
    private static final int ALLOCATIONS = 5_000;
    private static final int HOUSEHOLDS_EACH = 14;
    private static final int GRAMS_STEPS = 20;
    private static final int JIN = 500;
    private static final int FEN_A_JIN = 1_250;
    private static final int YEAR = 2029;
    private static final double NANOS = 1e9;
    private static final double SECONDS_MAX = 60;

    @Inject
    Impact impact;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_year_of_many_facts() {
        int facts = Integer.getInteger("terrace.impact.facts", 0);
        long begun = System.nanoTime();
        people();
        for (int done = 0; done < facts; done += PIECE) {
            facts(done, Math.min(facts, done + PIECE));
        }
        double made = (System.nanoTime() - begun) / NANOS;
        LocalDate first = LocalDate.of(YEAR, 1, 1);
        LocalDate last = LocalDate.of(YEAR, 12, 31);
        begun = System.nanoTime();
        Ledger ledger = impact.reckon(first, last, null);
        double country = (System.nanoTime() - begun) / NANOS;
        begun = System.nanoTime();
        Ledger pavilion = impact.reckon(first, last, "bench-3");
        double one = (System.nanoTime() - begun) / NANOS;
        System.out.printf(
                "%,d facts made in %.0f s; the year of the country recomputed in %.1f s, of one pavilion in %.1f s:"
                        + " ¥%,d, %,d counties, %,d households%n",
                facts,
                made,
                country,
                one,
                ledger.total().fen() / 100,
                ledger.total().counties(),
                ledger.total().helped().all());
        long steps = steps(facts);
        assertThat(ledger.total().facts()).isEqualTo(facts);
        assertThat(ledger.total().grams()).isEqualTo(steps * JIN);
        assertThat(ledger.total().fen()).isEqualTo(steps * FEN_A_JIN);
        assertThat(ledger.months().stream()
                        .mapToLong(month -> month.sum().fen())
                        .sum())
                .isEqualTo(ledger.total().fen());
        assertThat(pavilion.total().facts()).isEqualTo(facts / 30 + (facts % 30 > 3 ? 1 : 0));
        assertThat(country).isLessThan(SECONDS_MAX);
    }

    private static long steps(int facts) {
        long steps = 0;
        for (int at = 0; at < facts; at++) {
            steps += 1 + at % GRAMS_STEPS;
        }
        return steps;
    }

    private void people() {
        run("""
                insert into marketplace.household (id, county_code, number, village, people, entered_by, entered_at,
                    left_at)
                select gen_random_uuid(), (530000 + n % 832)::text, 100000 + n / 832, 'bench', 4, gen_random_uuid(),
                    now(), now() from generate_series(1, $households) n""");
        run("""
                insert into marketplace.allocation (id, county_code, listing_id, basis, from_day, to_day, households,
                    evidence_key, evidence_type, entered_by, entered_at)
                select gen_random_uuid(), (530000 + n % 832)::text, gen_random_uuid(),
                    (array['DECLARED', 'ENDORSED', 'AUDITED'])[1 + n % 3], '$year-01-01', '$year-12-31', $each, 'bench',
                    'none', gen_random_uuid(), now() from generate_series(1, $allocations) n""");
        run("""
                insert into marketplace.allocation_household (allocation, household_id)
                select a.number, h.id from
                    (select number, row_number() over (order by number) as at from marketplace.allocation
                        where evidence_key = 'bench') a
                    join (select id, row_number() over (order by county_code, number) as at from marketplace.household
                        where village = 'bench') h on (h.at - 1) / $each = a.at - 1""");
    }

    /** Goods of an allocation come from its county. */
    private void facts(int from, int to) {
        run("""
                with first as (select min(number) as number from marketplace.allocation where evidence_key = 'bench')
                insert into marketplace.impact_fact (number, source, line, kind, listing_id, merchant_id, county_code,
                    allocation, basis, households, grams, fen, pavilions, at, day)
                select nextval('marketplace.impact_fact_number'), 'bench-' || n, 1, 'SOLD', gen_random_uuid(),
                    gen_random_uuid(), (530000 + (n % $allocations + 1) % 832)::text, first.number + n % $allocations,
                    (array['DECLARED', 'ENDORSED', 'AUDITED'])[1 + n % $allocations % 3], $each,
                    $jin * (1 + n % $steps), $fen * (1 + n % $steps), array['bench-' || n % 30], now(),
                    date '$year-01-01' + n % 365
                from first, generate_series(%d, %d - 1) n""".replace("%d, %d", from + ", " + to));
    }

    private void run(String text) {
        String sql = text.replace("$households", Integer.toString(HOUSEHOLDS))
                .replace("$allocations", Integer.toString(ALLOCATIONS))
                .replace("$each", Integer.toString(HOUSEHOLDS_EACH))
                .replace("$steps", Integer.toString(GRAMS_STEPS))
                .replace("$jin", Integer.toString(JIN))
                .replace("$fen", Integer.toString(FEN_A_JIN))
                .replace("$year", Integer.toString(YEAR));
        transactions.executeWrite(status -> jdbc.prepareStatement(sql, PreparedStatement::executeUpdate));
    }
}
