package terrace.marketplace.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(false);
    private final SignInName name = new SignInName("lihong@example.com");

    @ParameterizedTest
    @CsvSource({
        "short1, TOO_SHORT",
        "12345678, COMMON",
        "Password123, COMMON",
        "abababababab, COMMON",
        "iamLiHong99, LIKE_NAME"
    })
    void weak_passwords_are_refused_with_the_reason(String password, Weakness weakness) {
        assertThat(passwords.weakness(password, name)).hasValue(weakness);
    }

    @Test
    void length_counts_in_characters_and_needs_no_special_ones() {
        assertThat(passwords.weakness("红米梯田云海日出", name)).isEmpty();
        assertThat(passwords.weakness("terraces at dawn", name)).isEmpty();
        assertThat(passwords.weakness("x1".repeat(65), name)).hasValue(Weakness.TOO_LONG);
    }

    @Test
    void the_right_password_matches_and_only_that() {
        var hash = passwords.hash("terraces at dawn").orElseThrow();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("terraces at dawn", hash)).hasValue(true);
        assertThat(passwords.matches("terraces at dusk", hash)).hasValue(false);
        assertThat(passwords.matches("x".repeat(10_000), hash)).hasValue(false);
    }

    @Test
    void nobodys_password_can_be_compared_with_and_never_matches() {
        var hash = passwords.nobodysHash();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("nobody", hash)).hasValue(false);
    }
}
