package terrace.marketplace.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.PasswordResets;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.notices.Notices;

/** Whoever steals a copy of the database must not find people in it. */
@MicronautTest(transactional = false)
class PersonalDataTest {

    private static final List<String> SECRETS = List.of(
            "privat@example.com", "13911112222", "钱密密", "隐秘街 9 号", "6227001111222233334", "196.51.100.77", "密信内容");

    @Inject
    Accounts accounts;

    @Inject
    Addresses addresses;

    @Inject
    Merchants merchants;

    @Inject
    BankAccounts bankAccounts;

    @Inject
    Notices notices;

    @Inject
    PasswordResets resets;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    @Test
    void no_table_shows_names_phones_mail_or_bank_accounts() {
        leaveTraces();
        var rows = everyRow();
        assertThat(rows).as("the search itself works").anyMatch(row -> row.contains("trace-merchant"));
        for (var secret : SECRETS) {
            var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(rows).noneMatch(row -> row.contains(secret) || row.contains(hex));
        }
    }

    private void leaveTraces() {
        var created = accounts.create("privat@example.com", "terraces at dawn", "钱密密", Set.of(Role.MEMBER));
        var member = ((Registration.Registered) created).account().id();
        accounts.create("13911112222", "terraces at dawn", "钱密密", Set.of(Role.MEMBER));
        accounts.register("privat@example.com", "terraces at dawn", "钱密密", "196.51.100.77");
        accounts.signIn("privat@example.com", "wrong password", "196.51.100.77");
        accounts.grant(member, Role.ORGANISER);
        addresses.save(member, new AddressDraft(null, "钱密密", "13911112222", "532529", "隐秘街 9 号", true));
        merchants.open(new NewMerchant(
                "trace-merchant", "某户", Merchant.Kind.HOUSEHOLD, "532529", "", 0, "钱密密", "6227001111222233334"));
        var merchant = merchants.byCode("trace-merchant").orElseThrow().id();
        bankAccounts.give(merchant, member, "钱密密", "村镇银行", "6227001111222233334");
        notices.mail("privat@example.com", "密信内容", "密信内容");
        resets.ask("privat@example.com", "196.51.100.77", Locale.ROOT);
    }

    private List<String> everyRow() {
        return transactions.executeRead(status -> {
            var rows = new ArrayList<String>();
            for (var table : strings("select tablename from pg_tables where schemaname = 'marketplace'"
                    + " and has_table_privilege(schemaname || '.' || tablename, 'select')")) {
                rows.addAll(strings("select row_to_json(t)::text from marketplace." + table + " t"));
            }
            return rows;
        });
    }

    private List<String> strings(String sql) {
        return jdbc.prepareStatement(sql, statement -> {
            try (var result = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (result.next()) {
                    found.add(result.getString(1));
                }
                return found;
            }
        });
    }
}
