package terrace.marketplace.entitlements;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.vault.Vault;

/**
 * How long a sheet of benefits takes: {@code mvn -q -pl marketplace -am -Pbenefits -Drows=10000} registers so many
 * people, reads a sheet with all of them, works it off and prints the time.
 */
@MicronautTest(transactional = false)
@EnabledIfSystemProperty(named = "terrace.benefits.rows", matches = "\\d+")
class BenefitSheetTest {
    private static final long FACE = 20_000;
    private static final int DEPARTMENTS = 40;
    private static final double NANOS = 1e9;
    private static final double SECONDS_MAX = 30;

    @Inject
    Entitlements entitlements;

    @Inject
    CouponBatches batches;

    @Inject
    Partners partners;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_sheet_of_many_people() {
        int rows = Integer.getInteger("terrace.benefits.rows", 0);
        StringBuilder sheet = new StringBuilder("登录名,部门\n");
        transactions.executeWrite(status -> jdbc.prepareStatement("""
                insert into marketplace.account (id, sign_in_name, sign_in_index, name, roles, password_hash)
                values (?, ?, ?, ?, array['MEMBER'], 'none')
                """, statement -> people(statement, rows, sheet)));
        UUID partner = partners.define(new NewPartner("b-" + UUID.randomUUID(), "单位", "Partner"))
                .id();
        UUID run = Ids.next();

        long begun = System.nanoTime();
        List<SheetRow> read =
                ((Reading.Rows) entitlements.read(sheet.toString().getBytes(StandardCharsets.UTF_8))).rows();
        double reading = (System.nanoTime() - begun) / NANOS;
        entitlements.start(run, partner, batch(partner, rows), "慰问券", read, Ids.next());
        int pieces = 0;
        while (entitlements.work()) {
            pieces++;
        }
        double whole = (System.nanoTime() - begun) / NANOS;

        System.out.printf(
                "a sheet of %,d people read in %.1f s, read and worked off in %.1f s, %d pieces%n",
                rows, reading, whole, pieces);
        Run done = entitlements.byId(partner, run).orElseThrow();
        assertThat(done.given()).isEqualTo(rows);
        assertThat(done.bad()).isZero();
        assertThat(whole).isLessThan(SECONDS_MAX);
    }

    private int people(PreparedStatement statement, int rows, StringBuilder sheet) throws SQLException {
        for (int row = 0; row < rows; row++) {
            String name = UUID.randomUUID() + "@benefits.example";
            statement.setObject(1, Ids.next());
            statement.setBytes(2, vault.seal(name));
            statement.setBytes(3, vault.blindIndex("sign-in:" + name));
            statement.setBytes(4, vault.seal("某人"));
            statement.addBatch();
            sheet.append(name).append(",部门").append(row % DEPARTMENTS).append('\n');
        }
        return statement.executeBatch().length;
    }

    private UUID batch(UUID partner, int rows) {
        Instant from = clock.now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.PEOPLE,
                "慰问券",
                "Greetings",
                FACE,
                0,
                99,
                CostShare.ofOrganiser(partner),
                from,
                from.plus(Duration.ofDays(30)),
                Set.of());
        batches.make(new NewBatch(terms, Giving.of(Giving.Way.ENTITLEMENT), FACE * rows, 1, Set.of(), Ids.next()));
        return terms.batchId();
    }
}
