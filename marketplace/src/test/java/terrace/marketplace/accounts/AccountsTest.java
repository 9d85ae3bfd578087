package terrace.marketplace.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import terrace.marketplace.accounts.Registration.BadDisplayName;
import terrace.marketplace.accounts.Registration.BadName;
import terrace.marketplace.accounts.Registration.NameTaken;
import terrace.marketplace.accounts.Registration.Registered;
import terrace.marketplace.accounts.Registration.WeakPassword;
import terrace.marketplace.accounts.SignIn.Next;
import terrace.marketplace.accounts.SignIn.SignedIn;

@MicronautTest(transactional = false)
@Isolated
class AccountsTest {

    private static final String PASSWORD = "terraces at dawn";

    @Inject
    Accounts accounts;

    private final String name = UUID.randomUUID() + "@example.com";
    private final String address = UUID.randomUUID().toString();

    @Test
    void who_registers_can_sign_in_however_the_name_is_typed() {
        var account = registered();
        assertThat(account.roles()).containsExactly(Role.MEMBER);
        var signIn = accounts.signIn("  " + name.toUpperCase(Locale.ROOT), PASSWORD, address);
        assertThat(signIn).isEqualTo(new SignedIn(account, Next.NOTHING));
        assertThat(accounts.byId(account.id())).hasValue(account);
        assertThat(accounts.byIds(Set.of(account.id()))).containsEntry(account.id(), account);
    }

    @Test
    void a_name_is_given_once() {
        registered();
        assertThat(accounts.register(name, PASSWORD, "小红", address)).isEqualTo(new NameTaken());
    }

    @Test
    void what_is_wrong_with_a_registration_is_said() {
        assertThat(accounts.register("nobody", PASSWORD, "小红", address)).isEqualTo(new BadName());
        assertThat(accounts.register(name, PASSWORD, " ", address)).isEqualTo(new BadDisplayName());
        assertThat(accounts.register(name, "12345678", "小红", address)).isEqualTo(new WeakPassword(Weakness.COMMON));
    }

    @Test
    void wrong_passwords_are_limited_for_known_and_unknown_names_alike() {
        registered();
        for (var tried : new String[] {name, "nobody-" + name}) {
            for (int i = 0; i < 5; i++) {
                assertThat(accounts.signIn(tried, "wrong password", address)).isEqualTo(new SignIn.Refused());
            }
            assertThat(accounts.signIn(tried, PASSWORD, address)).isInstanceOf(SignIn.TooManyAttempts.class);
        }
        assertThat(accounts.signIn(name, PASSWORD, "another " + address)).isInstanceOf(SignedIn.class);
    }

    @Test
    void an_unknown_name_takes_about_as_long_as_a_wrong_password() {
        registered();
        accounts.signIn(name, "warm up", "warm " + address);
        long known = nanos(name);
        long unknown = nanos("nobody-" + name);
        // Without the comparison with nobody's hash it would be many times faster.
        assertThat(unknown).isGreaterThan(known / 3);
    }

    @Test
    void staff_must_prove_themselves_a_second_time() {
        accounts.create(name, PASSWORD, "运营", Set.of(Role.OPERATOR));
        var signedIn = (SignedIn) accounts.signIn(name, PASSWORD, address);
        assertThat(signedIn.next()).isEqualTo(Next.SET_UP_SECOND_FACTOR);
        assertThat(accounts.requiresSecondFactor(signedIn.account())).isTrue();
    }

    @Test
    void creating_twice_gives_the_same_account() {
        var first = accounts.create(name, PASSWORD, "运营", Set.of(Role.OPERATOR));
        assertThat(accounts.create(name, "another " + PASSWORD, "其他", Set.of(Role.MEMBER)))
                .isEqualTo(first);
        assertThat(accounts.createOperator(name, PASSWORD, "运营")).isEqualTo(new NameTaken());
    }

    @Test
    void changing_the_password_needs_the_old_one_and_ends_what_was_signed_in() {
        var account = registered();
        int before = accounts.credentialsVersion(account.id());
        assertThat(accounts.changePassword(account.id(), "wrong", "terraces at dusk"))
                .isEqualTo(new PasswordChange.WrongPassword());
        assertThat(accounts.changePassword(account.id(), PASSWORD, "12345678"))
                .isEqualTo(new PasswordChange.WeakPassword(Weakness.COMMON));
        assertThat(accounts.signedIn(account.id(), before)).hasValue(account);
        assertThat(accounts.changePassword(account.id(), PASSWORD, "terraces at dusk"))
                .isEqualTo(new PasswordChange.Changed(account.id()));
        assertThat(accounts.signedIn(account.id(), before)).isEmpty();
        assertThat(accounts.signIn(name, PASSWORD, address)).isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn(name, "terraces at dusk", address)).isInstanceOf(SignedIn.class);
    }

    @Test
    void roles_come_and_go() {
        var account = registered();
        accounts.grant(account.id(), Role.ORGANISER);
        accounts.grant(account.id(), Role.ORGANISER);
        assertThat(accounts.byId(account.id()).orElseThrow().roles()).containsOnly(Role.MEMBER, Role.ORGANISER);
        accounts.revoke(account.id(), Role.ORGANISER);
        assertThat(accounts.byId(account.id()).orElseThrow().roles()).containsOnly(Role.MEMBER);
    }

    private Account registered() {
        return ((Registered) accounts.register(name, PASSWORD, "小红", address)).account();
    }

    private long nanos(String who) {
        long start = System.nanoTime();
        accounts.signIn(who, "wrong password", address);
        return System.nanoTime() - start;
    }
}
