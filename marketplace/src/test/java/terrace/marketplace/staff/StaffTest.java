package terrace.marketplace.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

@MicronautTest(transactional = false)
class StaffTest {

    @Inject
    Staff staff;

    @Inject
    Accounts accounts;

    @Inject
    Merchants merchants;

    @Test
    void who_joins_becomes_a_merchants_person_until_leaving_the_last_one() {
        var account = account();
        var rice = merchant();
        var tea = merchant();
        staff.join(rice, account, StaffRole.OWNER);
        staff.join(tea, account, StaffRole.PACKER);
        staff.join(tea, account, StaffRole.MANAGER);
        assertThat(staff.merchantsOf(account)).containsExactly(rice, tea);
        assertThat(staff.roleOf(tea, account)).hasValue(StaffRole.MANAGER);
        assertThat(staff.of(rice)).extracting(StaffMember::accountId).containsExactly(account);
        assertThat(roles(account)).contains(Role.MERCHANT);

        staff.leave(rice, account);
        assertThat(staff.roleOf(rice, account)).isEmpty();
        assertThat(roles(account)).contains(Role.MERCHANT);
        staff.leave(tea, account);
        assertThat(roles(account)).doesNotContain(Role.MERCHANT);
    }

    private Set<Role> roles(UUID account) {
        return accounts.byId(account).orElseThrow().roles();
    }

    private UUID account() {
        var created =
                accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }

    private UUID merchant() {
        var code = "m-" + UUID.randomUUID();
        return merchants
                .open(new NewMerchant(
                        code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"))
                .id();
    }
}
