package terrace.marketplace.households;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.households.HouseholdFault.Column;
import terrace.marketplace.households.HouseholdFault.Reason;
import terrace.marketplace.households.HouseholdSheets.Receiving;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.spreadsheets.Why;

@MicronautTest(transactional = false)
class HouseholdsTest {
    private static final String COUNTY = "532529";

    @Inject
    Households households;

    @Inject
    HouseholdSheets sheets;

    @Inject
    Accounts accounts;

    @Inject
    Endorsers endorsers;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final String village = "村" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_family_is_counted_and_its_name_stands_nowhere_in_clear() {
        UUID endorser = endorser(COUNTY);
        assertThat(households.enter(endorser, family("某甲" + village, register(), "4")))
                .containsInstanceOf(Entering.Entered.class);
        assertThat(households.villages(endorser).orElseThrow()).contains(new Village(village, 1, 4));
        assertThat(text("select string_agg(h::text, ' ') from marketplace.household h"))
                .doesNotContain("某甲");
        assertThat(family("某甲", "X-1", "4").toString()).doesNotContain("某甲").doesNotContain("X-1");
    }

    @Test
    void nobody_is_entered_twice_not_even_at_once_or_by_another_county() throws Exception {
        UUID endorser = endorser(COUNTY);
        String register = register();
        Callable<Entering> enter =
                () -> households.enter(endorser, family("某", register, "4")).orElseThrow();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var told = threads.invokeAll(Stream.generate(() -> enter).limit(6).toList());
            assertThat(told)
                    .filteredOn(each -> each.resultNow() instanceof Entering.Entered)
                    .hasSize(1);
        }
        assertThat(households.enter(endorser("530129"), family("某", register, "4")))
                .hasValue(new Entering.Refused(List.of(new HouseholdFault(0, Column.REGISTER, Reason.KNOWN))));
    }

    @Test
    void what_is_missing_or_malformed_is_said_by_column() {
        assertThat(households.enter(endorser(COUNTY), new NewHousehold("", "某", "a b", "0")))
                .hasValue(new Entering.Refused(List.of(
                        new HouseholdFault(0, Column.VILLAGE, Reason.MISSING),
                        new HouseholdFault(0, Column.REGISTER, Reason.MALFORMED),
                        new HouseholdFault(0, Column.PEOPLE, Reason.MALFORMED))));
    }

    @Test
    void only_who_speaks_for_a_county_sees_or_enters_its_families() {
        UUID endorser = endorser(COUNTY);
        households.enter(endorser, family("某", register(), "4"));
        Household known = households.ofVillage(endorser, village).orElseThrow().getFirst();
        UUID other = endorser("530129");
        assertThat(households.ofVillage(other, village)).hasValue(List.of());
        assertThat(households.leave(other, known.id())).isFalse();
        assertThat(households.enter(Ids.next(), family("某", register(), "4"))).isEmpty();
        assertThat(households.ofVillages("530129", Set.of(village))).isEmpty();
    }

    @Test
    void who_leaves_is_forgotten_but_for_the_number_which_nobody_gets_again() {
        UUID endorser = endorser(COUNTY);
        String register = register();
        households.enter(endorser, family("某", register, "4"));
        Household known = households.ofVillage(endorser, village).orElseThrow().getFirst();
        assertThat(households.leave(endorser, known.id())).isTrue();
        assertThat(households.leave(endorser, known.id())).isFalse();
        assertThat(text("select sealed_name is null and register_index is null from marketplace.household where id = '"
                        + known.id() + "'"))
                .isEqualTo("t");
        households.enter(endorser, family("某", register, "4"));
        assertThat(households
                        .ofVillage(endorser, village)
                        .orElseThrow()
                        .getFirst()
                        .number())
                .isGreaterThan(known.number());
        assertThatThrownBy(() -> transactions.executeWrite(status ->
                        jdbc.prepareStatement("delete from marketplace.household", PreparedStatement::execute)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_sheet_is_checked_first_and_its_good_rows_enter_once() {
        UUID endorser = endorser(COUNTY);
        String known = register();
        String twice = register();
        households.enter(endorser, family("某", known, "4"));
        String csv = String.join(
                "\n",
                "村,户主,登记编号,人口",
                village + ",某乙," + register() + ",3",
                village + ",某丙," + twice + ",5",
                village + ",某丁," + twice + ",5",
                village + ",某戊," + known + ",2",
                village + ",,!,40");
        HouseholdSheet sheet = checked(endorser, csv);
        assertThat(sheet.good()).isEqualTo(2);
        assertThat(sheet.bad()).isEqualTo(3);
        assertThat(sheet.faults())
                .containsExactly(
                        new HouseholdFault(4, Column.REGISTER, Reason.TWICE),
                        new HouseholdFault(5, Column.REGISTER, Reason.KNOWN),
                        new HouseholdFault(6, Column.NAME, Reason.MISSING),
                        new HouseholdFault(6, Column.REGISTER, Reason.MALFORMED),
                        new HouseholdFault(6, Column.PEOPLE, Reason.MALFORMED));
        assertThat(sheets.take(endorser("530129"), sheet.id())).isEmpty();
        assertThat(sheets.take(endorser, sheet.id()).orElseThrow().taken()).isEqualTo(2);
        assertThat(sheets.take(endorser, sheet.id()).orElseThrow().taken()).isEqualTo(2);
        assertThat(households.villages(endorser).orElseThrow()).contains(new Village(village, 3, 12));
        assertThat(text("select string_agg(s::text, ' ') from marketplace.household_sheet s"))
                .doesNotContain("某乙")
                .doesNotContain(twice);
    }

    @Test
    void a_sheet_without_our_headings_is_not_taken() {
        assertThat(sheets.receive(endorser(COUNTY), "a,b\n1,2".getBytes(StandardCharsets.UTF_8)))
                .hasValue(new Receiving.Unreadable(Why.HEADINGS_MISSING));
        assertThat(sheets.receive(endorser(COUNTY), "村,户主,登记编号,人口".getBytes(StandardCharsets.UTF_8)))
                .hasValue(new Receiving.Unreadable(Why.NO_ROWS));
    }

    private HouseholdSheet checked(UUID endorser, String csv) {
        if (sheets.receive(endorser, csv.getBytes(StandardCharsets.UTF_8)).orElseThrow()
                instanceof Receiving.Checked(HouseholdSheet sheet)) {
            return sheet;
        }
        throw new IllegalStateException("not checked");
    }

    private NewHousehold family(String name, String register, String people) {
        return new NewHousehold(village, name, register, people);
    }

    private static String register() {
        return UUID.randomUUID().toString().substring(0, 23);
    }

    private UUID endorser(String county) {
        Registration made =
                accounts.create(UUID.randomUUID() + "@county.test", "twelve ripe oranges", "县里", Set.of(Role.ENDORSER));
        UUID id = ((Registration.Registered) made).account().id();
        endorsers.appoint(id, county, "县乡村振兴局", "test");
        return id;
    }

    private String text(String sql) {
        return transactions.executeRead(status -> jdbc.prepareStatement(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }));
    }
}
