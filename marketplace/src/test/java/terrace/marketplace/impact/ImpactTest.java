package terrace.marketplace.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.households.Households;
import terrace.marketplace.households.NewHousehold;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.ImpactFacts.FromLot;
import terrace.marketplace.impact.Sum.Helped;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

@MicronautTest(transactional = false)
class ImpactTest {
    private static final String COUNTY = "532529";
    private static final Instant NOW = Instant.parse("2031-05-20T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2031, 5, 20);
    private static final byte[] SLIP =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NONE = {};

    @Inject
    Impact impact;

    @Inject
    ImpactFacts facts;

    @Inject
    Allocations allocations;

    @Inject
    Households households;

    @Inject
    Pavilions pavilions;

    @Inject
    Accounts accounts;

    @Inject
    Endorsers endorsers;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final UUID rice = UUID.randomUUID();
    private final UUID merchant = UUID.randomUUID();
    private final String order = UUID.randomUUID().toString();
    private final String village = "村" + UUID.randomUUID();
    private UUID endorser = Ids.next();

    @BeforeEach
    void county() {
        Registration made =
                accounts.create(UUID.randomUUID() + "@county.test", "twelve ripe oranges", "县里", Set.of(Role.ENDORSER));
        endorser = ((Registration.Registered) made).account().id();
        endorsers.appoint(endorser, COUNTY, "县乡村振兴局", "test");
        families(village, 3);
    }

    @Test
    void a_paid_line_counts_once_for_the_families_that_stood_behind_it_that_day() throws Exception {
        allocate(Basis.DECLARED, null, village);
        Callable<Boolean> count = () -> facts.countPaid(line(1, 5_000, 6_250));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var told = threads.invokeAll(Stream.generate(() -> count).limit(6).toList());
            assertThat(List.copyOf(told)).filteredOn(each -> each.resultNow()).hasSize(1);
        }
        // what is written later counts for later goods
        allocate(Basis.ENDORSED, null, village);
        assertThat(helped()).isEqualTo(new Sum(5_000, 6_250, 1, 1, new Helped(3, 0, 0)));
        facts.countPaid(line(2, 1_000, 1_250));
        assertThat(helped().helped()).as("each family once").isEqualTo(new Helped(0, 3, 0));
        assertThat(impact.helped(List.of("nothing of that number"))).isEmpty();
    }

    @Test
    void what_comes_back_is_taken_off_and_whom_nothing_is_left_of_is_not_counted() {
        allocate(Basis.DECLARED, null, village);
        facts.countPaid(line(1, 5_000, 6_250));
        assertThat(facts.countReturned(order, 1, 7, 1_250, NOW.plusSeconds(60))).isTrue();
        assertThat(facts.countReturned(order, 1, 7, 1_250, NOW.plusSeconds(60))).isFalse();
        assertThat(helped()).isEqualTo(new Sum(4_000, 5_000, 2, 1, new Helped(3, 0, 0)));
        assertThat(facts.countReturned(order, 1, 90, 5_000, NOW.plusSeconds(90)))
                .isTrue();
        assertThat(helped()).isEqualTo(new Sum(0, 0, 3, 0, Helped.NOBODY));
        assertThat(facts.countReturned(order, 1, 190, 1, NOW))
                .as("nothing is left")
                .isFalse();
        assertThat(facts.countReturned(order, 5, 7, 1, NOW)).as("never sold").isFalse();
    }

    @Test
    void a_lot_with_families_of_its_own_takes_its_share_once_it_is_known() {
        String other = "村" + UUID.randomUUID();
        families(other, 2);
        UUID lot = UUID.randomUUID();
        allocate(Basis.DECLARED, null, village);
        allocate(Basis.ENDORSED, lot, other);
        facts.countPaid(line(1, 5_000, 6_250));
        assertThat(helped().helped()).isEqualTo(new Helped(3, 0, 0));
        List<FromLot> sent = List.of(new FromLot(lot, 2), new FromLot(UUID.randomUUID(), 3));
        assertThat(facts.countLots(order, 1, 5, sent, NOW)).isTrue();
        assertThat(facts.countLots(order, 1, 5, sent, NOW)).isFalse();
        assertThat(helped()).isEqualTo(new Sum(5_000, 6_250, 3, 1, new Helped(3, 2, 0)));
        facts.countReturned(order, 1, 7, 6_250, NOW);
        assertThat(helped()).isEqualTo(new Sum(0, 0, 5, 0, Helped.NOBODY));
    }

    @Test
    void a_correction_is_another_fact_with_a_note_and_never_leaves_less_than_nothing() {
        facts.countPaid(line(1, 5_000, 6_250));
        long number = impact.facts(TODAY, TODAY, null, 0).stream()
                .filter(fact -> fact.source().equals(order))
                .findFirst()
                .orElseThrow()
                .number();
        UUID form = Ids.next();
        assertThat(facts.correct(endorser, form, number, -1_000, -1_250, " ")).hasValue(new Correcting.NoteMissing());
        assertThat(facts.correct(endorser, form, number, 0, 0, "称重有误")).hasValue(new Correcting.NothingToCorrect());
        assertThat(facts.correct(endorser, form, number, -5_001, 0, "称重有误"))
                .hasValue(new Correcting.TooMuch(5_000, 6_250));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(facts.correct(endorser, form, number, -1_000, -1_250, "称重有误"))
                    .containsInstanceOf(Correcting.Corrected.class);
        }
        assertThat(helped()).isEqualTo(new Sum(4_000, 5_000, 2, 1, Helped.NOBODY));
    }

    @Test
    void a_reader_recomputes_the_ledger_of_a_pavilion_from_what_is_published() {
        String code = "impact-" + UUID.randomUUID();
        pavilions.define(new Pavilion(code, "馆", "House", Pavilion.Kind.ORIGIN, "53", "", "", 1, List.of()));
        allocate(Basis.DECLARED, null, village);
        facts.countPaid(line(1, 5_000, 6_250));
        allocate(Basis.ENDORSED, null, village);
        facts.countPaid(line(2, 1_000, 1_250));
        facts.countReturned(order, 2, 7, 250, NOW.plus(Duration.ofDays(20)));
        Ledger ledger = impact.reckon(TODAY.withDayOfYear(1), TODAY.plusDays(100), code);
        assertThat(ledger.months()).hasSize(2);
        assertThat(ledger.counties()).extracting(Ledger.County::code).containsExactly(COUNTY);
        assertThat(ledger.months().getLast().sum().helped())
                .as("a month in which more came back than went out helped nobody")
                .isEqualTo(Helped.NOBODY);

        long fen = 0;
        Map<Long, Long> byAllocation = new HashMap<>();
        Map<Long, String> basis = new HashMap<>();
        for (Fact fact : impact.facts(TODAY.withDayOfYear(1), TODAY.plusDays(100), code, 0)) {
            fen += fact.fen();
            byAllocation.merge(fact.allocation() == null ? 0L : fact.allocation(), fact.fen(), Long::sum);
            basis.put(fact.allocation() == null ? 0L : fact.allocation(), String.valueOf(fact.basis()));
        }
        Map<Long, List<String>> families = impact.families(byAllocation.keySet());
        Set<String> all = new HashSet<>();
        byAllocation.forEach((number, sum) -> {
            if (sum > 0) {
                all.addAll(families.getOrDefault(number, List.of()));
            }
        });
        assertThat(ledger.total().fen()).isEqualTo(fen).isEqualTo(7_250);
        assertThat(ledger.total().helped().all()).isEqualTo(all.size()).isEqualTo(3);
        assertThat(basis).containsValues("DECLARED", "ENDORSED");
        assertThat(ledger.total().helped()).isEqualTo(new Helped(0, 3, 0));
        assertThat(all).allMatch(family -> family.matches(COUNTY + "-[0-9]{4,}"));
    }

    @Test
    void facts_and_allocations_cannot_be_changed_or_taken_away() {
        for (String sql : List.of(
                "delete from marketplace.impact_fact",
                "update marketplace.impact_fact set grams = 0",
                "delete from marketplace.allocation",
                "update marketplace.allocation set basis = 'AUDITED'",
                "delete from marketplace.allocation_household")) {
            assertThatThrownBy(() ->
                            transactions.executeWrite(status -> jdbc.prepareStatement(sql, PreparedStatement::execute)))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_county_speaks_for_its_own_goods_with_evidence_and_never_calls_anything_audited() {
        assertThat(record(Basis.AUDITED, COUNTY, TODAY, SLIP)).isEqualTo(new Allocating.NotForCounty());
        assertThat(record(Basis.DECLARED, "530129", TODAY, NONE)).isEqualTo(new Allocating.OtherCounty());
        assertThat(record(Basis.ENDORSED, COUNTY, TODAY, NONE)).isEqualTo(new Allocating.EvidenceMissing());
        assertThat(record(Basis.ENDORSED, COUNTY, TODAY, new byte[] {1}))
                .isInstanceOf(Allocating.EvidenceRefused.class);
        assertThat(record(Basis.DECLARED, COUNTY, TODAY.minusYears(2), NONE)).isEqualTo(new Allocating.DaysReversed());
        assertThat(allocations.record(Ids.next(), wanted(Basis.DECLARED, null, village), NONE))
                .isEmpty();
        long number = allocate(Basis.DECLARED, null, village);
        assertThat(allocations.document(number)).isEmpty();
        UUID form = Ids.next();
        for (int twice = 0; twice < 2; twice++) {
            var audited = allocations.audited(endorser, form, number, TODAY, TODAY, SLIP);
            assertThat(audited).containsInstanceOf(Allocating.Recorded.class);
        }
        assertThat(allocations.ofEndorser(endorser, Long.MAX_VALUE, 10).orElseThrow())
                .extracting(Allocation::basis)
                .startsWith(Basis.AUDITED, Basis.DECLARED);
        facts.countPaid(line(1, 500, 625));
        assertThat(helped().helped()).isEqualTo(new Helped(0, 0, 3));
        assertThat(allocations.documentOf(Ids.next(), number)).isEmpty();
    }

    @Test
    void numbers_of_facts_are_seen_in_their_order() throws Exception {
        long before = impact.last();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int line = 1; line <= 40; line++) {
            int own = line;
            writers.add(() -> facts.countPaid(line(own, 500, 625)));
        }
        List<Long> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var done = threads.submit(() -> threads.invokeAll(writers));
            while (seen.size() < 40) {
                seen.addAll(impact.after(seen.isEmpty() ? before : seen.getLast(), 5).stream()
                        .map(Fact::number)
                        .toList());
            }
            done.get();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    private Sum helped() {
        return impact.helped(List.of(order)).orElseThrow().sum();
    }

    private PaidLine line(int position, long grams, long fen) {
        return new PaidLine(order, position, rice, merchant, COUNTY, grams, fen, NOW);
    }

    private void families(String where, int count) {
        for (int family = 0; family < count; family++) {
            households.enter(
                    endorser,
                    new NewHousehold(where, "户", UUID.randomUUID().toString().substring(0, 23), "4"));
        }
    }

    private long allocate(Basis basis, @Nullable UUID lot, String where) {
        byte[] document = basis == Basis.DECLARED ? NONE : SLIP;
        var outcome = allocations
                .record(endorser, wanted(basis, lot, where), document)
                .orElseThrow();
        if (outcome instanceof Allocating.Recorded(Allocation allocation)) {
            return allocation.number();
        }
        throw new IllegalStateException(outcome.toString());
    }

    private NewAllocation wanted(Basis basis, @Nullable UUID lot, String where) {
        return new NewAllocation(
                Ids.next(), rice, lot, COUNTY, basis, TODAY.minusDays(9), TODAY.plusDays(90), Set.of(where));
    }

    private Allocating record(Basis basis, String goodsCounty, LocalDate to, byte[] document) {
        return allocations
                .record(
                        endorser,
                        new NewAllocation(
                                Ids.next(), rice, null, goodsCounty, basis, TODAY.minusDays(9), to, Set.of(village)),
                        document)
                .orElseThrow();
    }
}
